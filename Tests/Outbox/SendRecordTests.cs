using BridgeBot.Host.Outbox;
using BridgeBot.Host.Storage;
using BridgeBot.Tests.Storage;
using BridgeBot.Tests.Turns;
using Microsoft.Extensions.Time.Testing;

namespace BridgeBot.Tests.Outbox;

/// <summary>The store fails in the moment in which what came of a send is written down.</summary>
public sealed class SendRecordTests
{
    private readonly FakeTimeProvider _clock = new();
    private int _tries;

    [Test]
    public async Task Commit_StoreIsBackSoon_IsWritten()
    {
        var commit = Record(failures: 3).CommitAsync("p", [new Delete("a")], default);
        await EndsAsync(commit);

        Assert.That(((await commit).Committed, _tries), Is.EqualTo((true, 4)));
    }

    [Test]
    public async Task Commit_StoreStaysAway_IsGivenUp()
    {
        var commit = Record(failures: int.MaxValue).CommitAsync("p", [new Delete("a")], default);
        await EndsAsync(commit);

        Assert.That(() => commit, Throws.TypeOf<StoreUnavailableException>());
    }

    private SendRecord Record(int failures) => new(
        new CommitsOtherwise(null!, (_, _) => ++_tries > failures
            ? Task.FromResult(new CommitResult(null))
            : throw new StoreUnavailableException("away", new IOException())),
        _clock);

    private Task EndsAsync(Task commit) => StoredStory.UntilAsync(() =>
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        return Task.FromResult(commit.IsCompleted);
    });
}
