using BridgeBot.Host.Storage;

namespace BridgeBot.Host.Turns;

/// <summary>
/// Enqueues a channel's digest in the channel's own partition, once: the mark that goes with it is there for the instant at which
/// it was due, however many hosts find that it is due, and however often they are started.
/// </summary>
internal sealed class DigestTurn(IStore store, DigestDue due) : ITurn
{
    private readonly string _mark = Keys.DigestMark(due.Digest.Until);
    private bool _isEnqueued;

    public async Task LoadAsync(CancellationToken cancel) => _isEnqueued = await store.ReadAsync(due.Partition, _mark, cancel) is not null;

    public DecidedTurn Decide(TurnContext context) => _isEnqueued
        ? new([], [], 0, new NoAnswer())
        : new(
            [new Insert(_mark, StateJson.Write(new DigestMark(context.Now)))],
            [due.Digest],
            due.Digest.Until.ToUnixTimeSeconds(),
            new NoAnswer());

    public Task<bool> ReserveAsync(string newId, string newReference, CancellationToken cancel) => Task.FromResult(true);

    public Task ReleaseAsync(CancellationToken cancel) => Task.CompletedTask;

    public TurnAnswer AnswerAgain(SeenRow seen) => new NoAnswer();
}

/// <summary>That a digest was enqueued.</summary>
/// <param name="At">UTC instant at which it was.</param>
public sealed record DigestMark(DateTimeOffset At);
