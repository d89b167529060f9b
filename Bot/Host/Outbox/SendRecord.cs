using BridgeBot.Host.Storage;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace BridgeBot.Host.Outbox;

/// <summary>
/// Writes down what came of a send. What is not written down is sent once more, so a store that fails is asked again, for as long as the
/// message's lease allows beside the send.
/// </summary>
internal sealed class SendRecord(IStore store, TimeProvider clock)
{
    /// <summary>All tries together.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(22);

    private readonly ResiliencePipeline _patient = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddTimeout(new TimeoutStrategyOptions { Timeout = Longest })
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<StoreUnavailableException>(),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromSeconds(0.25),
            MaxDelay = TimeSpan.FromSeconds(5),
            MaxRetryAttempts = 8,
        })
        .Build();

    /// <summary>Commits. After a failure, a conflict may be with an earlier try of its own.</summary>
    /// <exception cref="StoreUnavailableException">The store did not take it for <see cref="Longest"/>.</exception>
    public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<Write> writes, CancellationToken cancel) =>
        RunAsync(stop => store.CommitAsync(partition, writes, stop), cancel);

    /// <summary>Does what must be done with an accepted send before it is recorded, and may be done twice.</summary>
    /// <exception cref="StoreUnavailableException">The store did not take it for <see cref="Longest"/>.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> write, CancellationToken cancel)
    {
        try
        {
            return await _patient.ExecuteAsync(async stop => await write(stop), cancel);
        }
        catch (TimeoutRejectedException late)
        {
            throw new StoreUnavailableException("the store took no record", late);
        }
    }
}
