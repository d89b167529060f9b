using BridgeBot.Core.Threads;
using CsCheck;

namespace BridgeBot.Tests.Threads;

/// <summary>What holds for any sequence of commands of anybody.</summary>
public sealed class ThreadPropertyTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);
    private static readonly Request Wanted = new("other", "Request", "Could we have a deck?", null, null, [], null, false);

    private static readonly Gen<Person> Somebody = Gen.OneOf(new Person("rep", "Rosa"), new("m1", "Max"), new("m2", "Mia"));
    private static readonly Gen<string?> Words =
        Gen.OneOf<string?>(null, "", " ", "Why?", "\u202Eright to left", new string('x', ThreadPolicy.LongestText + 1));

    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly Gen<PromisedDay?> Day =
        Gen.OneOf<PromisedDay?>(null, new PromisedDay(Today.AddDays(-1), Today), new(Today, Today), new(Today.AddDays(9), Today));

    private static readonly Gen<ApprovalRule> Rule =
        Gen.OneOf(ApprovalRule.Usual, ApprovalRule.Usual with { Needed = 2 }, new ApprovalRule(1, new HashSet<string> { "m1" }, OwnToo: false));

    private static readonly Gen<ThreadCommand[]> Commands = Gen.OneOf<ThreadCommand>(
        Somebody.Select(by => (ThreadCommand)new Submit("thread", "BR-7K3Q2M", "requester", by, Wanted)),
        Gen.Select(Somebody, Rule, (by, rule) => (ThreadCommand)new Approve(by) { Rule = rule }),
        Gen.Select(Somebody, Somebody, (by, owner) => (ThreadCommand)new Assign(by, owner)),
        Gen.Select(Somebody, Words, (by, text) => (ThreadCommand)new Decline(by, text)),
        Gen.Select(Somebody, Words, (by, text) => (ThreadCommand)new Ask(by, text)),
        Gen.Select(Somebody, Gen.Int[0, 3], Words, (by, number, text) => (ThreadCommand)new AnswerQuestion(by, number, text)),
        Gen.Select(Somebody, Words, (by, text) => (ThreadCommand)new RequestChanges(by, text)),
        Gen.Select(Somebody, Words, (by, text) => (ThreadCommand)new Revise(by, Wanted with { Text = text ?? "" })),
        Gen.Select(Somebody, Day, (by, day) => (ThreadCommand)new Take(by, day)),
        Gen.Select(Somebody, Day, Words, (by, day, why) => (ThreadCommand)new Promise(by, day, why)),
        Gen.Select(Somebody, Words, (by, text) => (ThreadCommand)new Deliver(by, text)),
        Somebody.Select(by => (ThreadCommand)new Nudge(by, TimeSpan.FromMinutes(3))),
        Somebody.Select(by => (ThreadCommand)new Withdraw(by)),
        Gen.Select(Somebody, Words, (by, text) => (ThreadCommand)new Reopen(by, text)),
        Gen.Select(Somebody, Gen.Enum<Outcome>(), Words, (by, outcome, text) => (ThreadCommand)new TellOutcome(by, outcome, text)),
        Gen.Select(Somebody, Words, (by, text) => (ThreadCommand)new Thank(by, text)),
        Gen.Select(Somebody, Words, (by, text) => (ThreadCommand)new Remark(by, text)),
        Gen.Select(Somebody, Words, (by, text) => (ThreadCommand)new Reply(by, text)),
        Gen.Const((ThreadCommand)new FollowUp()),
        Gen.Const((ThreadCommand)new MarkPosted()),
        Gen.Select(Gen.Int[0, 3], Somebody, (number, by) => (ThreadCommand)new MarkMoved(number, by, "Fairs")),
        Gen.Const((ThreadCommand)new MarkUnreached()),
        Gen.Const((ThreadCommand)new MarkRefused("Forbidden"))).Array[0, 60];

    [Test]
    public void Replay_EventsOfAnySequence_GivesTheSameThread() => Commands.Sample(commands =>
    {
        var (thread, events) = Play(commands);
        var replayed = events.Aggregate((RequestThread?)null, ThreadDecider.Apply);
        return Text(replayed) == Text(thread);
    });

    [Test]
    public void Decide_AnySequence_RulesAtMostOnceARound() => Commands.Sample(commands =>
    {
        var events = Play(commands).Events;
        return events.Count(happened => happened is Approved or Declined) <= 1 + events.Count(happened => happened is Reopened);
    });

    /// <summary>What the table does not say never happens, so the diagram in the README is the whole truth.</summary>
    [Test]
    public void Decide_AnySequence_EveryMoveIsARowOfTheTable() => Commands.Sample(commands =>
    {
        RequestThread? thread = null;
        return commands.All(command =>
        {
            var before = thread;
            thread = ThreadDecider.Decide(thread, command, Start) is Accepted accepted ? accepted.Thread : thread;
            return ReferenceEquals(before, thread) || before is null || command is MarkPosted or MarkRefused or MarkMoved or MarkUnreached || ThreadPolicy.Rules.Any(rule =>
                rule.Command == command.GetType() && rule.From.Contains(before.Status) && (rule.To ?? before.Status) == thread!.Status);
        });
    });

    [Test]
    public void Decide_AnySequence_OnlyTheOwnerDelivers() => Commands.Sample(commands =>
    {
        var (thread, events) = Play(commands);
        return events.Index().All(each => each.Item is not Delivered delivered
            || events.Take(each.Index).Aggregate((RequestThread?)null, ThreadDecider.Apply)!.Owner == delivered.By);
    });

    [Test]
    public void Decide_AnySequence_PostsAtMostOnce() => Commands.Sample(commands =>
        Play(commands).Events.Count(happened => happened is Posted) <= 1);

    [Test]
    public void Decide_AnySequence_VersionCountsTheEvents() => Commands.Sample(commands =>
    {
        var (thread, events) = Play(commands);
        return (thread?.Version ?? 0) == events.Count;
    });

    [Test]
    public void Decide_AnySequence_AQuestionWaitsWhereTheStatusSaysSo() => Commands.Sample(commands =>
        Play(commands).Thread is not { Status: ThreadStatus.Question } thread || thread.OpenQuestion is not null);

    [Test]
    public void Decide_AnySequence_RequesterNeverRules() => Commands.Sample(commands =>
        Play(commands).Thread is not { Ruling: { } ruling, Requester: var requester }
        || ruling.By.AadObjectId != requester.AadObjectId);

    private static (RequestThread? Thread, List<ThreadEvent> Events) Play(ThreadCommand[] commands)
    {
        RequestThread? thread = null;
        List<ThreadEvent> events = [];
        foreach (var (minute, command) in commands.Index())
        {
            if (ThreadDecider.Decide(thread, command, Start.AddMinutes(minute)) is Accepted accepted)
            {
                thread = accepted.Thread;
                events.AddRange(accepted.Events);
            }
        }

        return (thread, events);
    }

    /// <summary>Whatever the order of the clicks of three who may and one who may not, two of the three decide, once.</summary>
    [Test]
    public void Decide_TwoApprovalsAreNeeded_TwoDifferentPeopleDecideOnce() => Gen.Int[0, 3].Array[0, 12].Sample(clicks =>
    {
        var rule = new ApprovalRule(2, new HashSet<string> { "a", "b", "c" }, OwnToo: false);
        var (thread, events) = Play(
        [
            new Submit("thread", "BR-7K3Q2M", "requester", new("rep", "Rosa"), Wanted),
            .. clicks.Select(who => new Approve(new Person("abcd"[who].ToString(), "Somebody")) { Rule = rule }),
        ]);
        var mayApprove = clicks.Where(who => who < 3).Distinct().Take(2).Select(who => "abcd"[who].ToString()).ToList();
        return events.OfType<ApprovalGiven>().Select(given => given.By.AadObjectId)
                .Concat(events.OfType<Approved>().Select(approved => approved.By.AadObjectId)).SequenceEqual(mayApprove)
            && (thread!.Status is ThreadStatus.Approved) == (mayApprove.Count == 2);
    });

    /// <summary>Records compare their lists by reference; their text compares what is in them.</summary>
    private static string Text(RequestThread? thread) => $"{thread} {string.Join(';', thread?.Questions ?? [])}";
}
