using BridgeBot.Core.Threads;

namespace BridgeBot.Tests.Threads;

public sealed class ThreadPolicyTests
{
    [TestCase(ThreadStatus.Submitted, true, true, true, false)]
    [TestCase(ThreadStatus.Question, true, true, false, true)]
    [TestCase(ThreadStatus.ChangesRequested, true, true, false, false)]
    [TestCase(ThreadStatus.Approved, false, false, false, false)]
    [TestCase(ThreadStatus.Declined, false, false, false, false)]
    public void Allows_EachStatus_HasItsCommands(ThreadStatus status, bool approve, bool decline, bool ask, bool answer) =>
        Assert.That(
            (ThreadPolicy.Allows<Approve>(status), ThreadPolicy.Allows<Decline>(status),
                ThreadPolicy.Allows<Ask>(status), ThreadPolicy.Allows<AnswerQuestion>(status)),
            Is.EqualTo((approve, decline, ask, answer)));

    [TestCase(ThreadStatus.Submitted, false)]
    [TestCase(ThreadStatus.Question, false)]
    [TestCase(ThreadStatus.ChangesRequested, false)]
    [TestCase(ThreadStatus.Approved, true)]
    [TestCase(ThreadStatus.InProgress, true)]
    [TestCase(ThreadStatus.Delivered, false)]
    [TestCase(ThreadStatus.Closed, false)]
    [TestCase(ThreadStatus.Declined, true)]
    [TestCase(ThreadStatus.Withdrawn, false)]
    public void Allows_Reopen_MarketingTakesBackItsOwnWord(ThreadStatus status, bool allowed) =>
        Assert.That(ThreadPolicy.Allows<Reopen>(status, byRequester: false), Is.EqualTo(allowed));

    [Test]
    public void Rules_EveryCommandOfAPerson_HasARow() => Assert.That(
        typeof(PersonCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PersonCommand))),
        Is.EquivalentTo(ThreadPolicy.Rules.Select(rule => rule.Command).Distinct().Where(command => command.IsSubclassOf(typeof(PersonCommand)))));

    [Test]
    public void Rules_EveryStatus_CanBeReachedAndLeft([Values] ThreadStatus status) => Assert.That(
        (status is ThreadStatus.Submitted || ThreadPolicy.Rules.Any(rule => rule.To == status && !rule.From.SequenceEqual([status])),
            ThreadPolicy.Rules.Any(rule => rule.From.Contains(status) && rule.To is { } to && to != status)),
        Is.EqualTo((true, true)));
}
