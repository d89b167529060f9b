using BridgeBot.Host.Storage;
using Polly;
using Polly.Retry;

namespace BridgeBot.Host.Outbox;

/// <summary>
/// Writes down what came of a send. What is not written down is sent once more, so a store that fails is asked again, for about
/// as long as the message is leased.
/// </summary>
internal sealed class SendRecord(IStore store, TimeProvider clock)
{
    private readonly ResiliencePipeline<CommitResult> _patient = new ResiliencePipelineBuilder<CommitResult> { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions<CommitResult>
        {
            ShouldHandle = new PredicateBuilder<CommitResult>().Handle<StoreUnavailableException>(),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromSeconds(0.25),
            MaxDelay = TimeSpan.FromSeconds(5),
            MaxRetryAttempts = 8,
        })
        .Build();

    /// <summary>Commits. After a failure, a conflict may be with an earlier try of its own.</summary>
    /// <exception cref="StoreUnavailableException">The store did not take it for half a minute.</exception>
    public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<Write> writes, CancellationToken cancel) =>
        await _patient.ExecuteAsync(async stop => await store.CommitAsync(partition, writes, stop), cancel);
}
