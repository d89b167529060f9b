using BridgeBot.Core.Threads;

namespace BridgeBot.Tests.Threads;

public sealed class ThreadPolicyTests
{
    [TestCase(ThreadStatus.Submitted, true, true, true, false)]
    [TestCase(ThreadStatus.Question, true, true, false, true)]
    [TestCase(ThreadStatus.Approved, false, false, false, false)]
    [TestCase(ThreadStatus.Declined, false, false, false, false)]
    public void Allows_EachStatus_HasItsCommands(ThreadStatus status, bool approve, bool decline, bool ask, bool answer) =>
        Assert.That(
            (ThreadPolicy.Allows<Approve>(status), ThreadPolicy.Allows<Decline>(status),
                ThreadPolicy.Allows<Ask>(status), ThreadPolicy.Allows<AnswerQuestion>(status)),
            Is.EqualTo((approve, decline, ask, answer)));

    [Test]
    public void Allows_EveryStatus_HasARow() =>
        Assert.That(
            () => Enum.GetValues<ThreadStatus>().Select(status => ThreadPolicy.Allows<Approve>(status)).ToList(), Throws.Nothing);
}
