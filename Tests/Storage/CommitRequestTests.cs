using BridgeBot.Host.Storage;

namespace BridgeBot.Tests.Storage;

/// <summary>A caller who cancels knows what became of the writes.</summary>
public sealed class CommitRequestTests
{
    [Test]
    public void Withdraw_NotTakenYet_IsNeverWritten()
    {
        var request = new CommitRequest("p", [new Delete("a")]);
        request.Withdraw(default);

        Assert.That(request.Take(), Is.False);
    }

    [Test]
    public void Withdraw_NotTakenYet_EndsTheWait()
    {
        var request = new CommitRequest("p", [new Delete("a")]);
        request.Withdraw(default);

        Assert.That(request.Done.IsCanceled);
    }

    [Test]
    public async Task Withdraw_TakenAlready_WaitsForTheResult()
    {
        var request = new CommitRequest("p", [new Delete("a")]);
        request.Take();
        request.Withdraw(default);
        request.Complete(new CommitResult(3));

        Assert.That(await request.Done, Is.EqualTo(new CommitResult(3)));
    }
}
