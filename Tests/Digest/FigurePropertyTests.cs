using BridgeBot.Core.Digest;
using BridgeBot.Core.Threads;
using CsCheck;

namespace BridgeBot.Tests.Digest;

/// <summary>Random lives of many threads, reopened ones among them: the sums hold for every week of them.</summary>
public sealed class FigurePropertyTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly WorkingHours Office = new(new(9, 0), new(17, 0), TimeZoneInfo.Utc);
    private static readonly Person Rep = new("rep", "Rosa");
    private static readonly Person Maria = new("maria", "Maria");
    private static readonly Request Wanted = new("deck", "Deck", "Could we have a deck?", null, null, [], null, false);

    private static readonly Gen<ThreadCommand> Command = Gen.OneOf<ThreadCommand>(
        new Approve(Maria), new Decline(Maria, "No time"), new Ask(Maria, "How long?"), new AnswerQuestion(Rep, 1, "Short"),
        new RequestChanges(Maria, "Shorter"), new Revise(Rep, Wanted), new Take(Maria, null), new Deliver(Maria, "Here"), new Withdraw(Rep),
        new Reopen(Rep, "Again"), new Reopen(Maria, "Again"), new TellOutcome(Rep, Outcome.Won, null), new TellOutcome(Rep, Outcome.NotYet, null),
        new Thank(Rep, "Thanks"), new FollowUp(), new MarkPosted());

    /// <summary>Each thread: when it is asked and, in hours after that and one another, what is wanted with it.</summary>
    private static readonly Gen<Played[]> Lives =
        Gen.Select(Gen.Int[0, 600], Gen.Select(Gen.Int[0, 60], Command).Array[0, 25], Played.Of).Array[0, 12];

    [Test]
    public void Follow_AnyLives_EveryThreadIsInExactlyOneState() => Each((lives, week) =>
    {
        var cohort = FigureCounter.Follow(Rows(lives), week);
        List<Played> asked = [.. lives.Where(life => week.Contains(life.AskedAt))];
        return cohort.Asked == asked.Count
            && cohort.Waiting == asked.Count(life => life.StatusBefore(week.To) is ThreadStatus.Submitted or ThreadStatus.Question or ThreadStatus.ChangesRequested && !life.IsAnsweredBefore(week.To))
            && cohort.Withdrawn == asked.Count(life => life.StatusBefore(week.To) is ThreadStatus.Withdrawn)
            && cohort.Declined == asked.Count(life => life.StatusBefore(week.To) is ThreadStatus.Declined)
            && cohort.Approved == asked.Count(life => life.StatusBefore(week.To) is ThreadStatus.Approved or ThreadStatus.InProgress)
            && cohort.Delivered == asked.Count(life => life.StatusBefore(week.To) is ThreadStatus.Delivered)
            && cohort.Closed == asked.Count(life => life.StatusBefore(week.To) is ThreadStatus.Closed);
    });

    [Test]
    public void Count_AnyLives_NothingIsCountedWithoutWhatComesBeforeIt() => Each((lives, week) =>
    {
        var figures = FigureCounter.Count(Rows(lives), week, Office);
        var all = new DigestPeriod(Start, Start.AddDays(1_000));
        var ever = FigureCounter.Count(Rows(lives), all, Office);
        return figures.Asked == FigureCounter.Follow(Rows(lives), week).Asked
            && figures.Approved + figures.Declined <= figures.Answered
            && ever.Asked == lives.Length && ever.Answered <= ever.Asked && ever.Closed <= ever.Delivered
            && figures.HoursToAnswer is not < 0 && figures.HoursToDelivery is not < 0;
    });

    [Test]
    public void Count_EveryWeekOfAnyLives_AsksAddUp() => Lives.Sample(lives =>
        Weeks().Sum(week => FigureCounter.Count(Rows(lives), week, Office).Asked) == lives.Length);

    [Test]
    public void Count_AnyOrderOfTheRows_IsTheSame() => Each((lives, week) =>
        FigureCounter.Count(Rows(lives).Reverse(), week, Office) == FigureCounter.Count(Rows(lives), week, Office));

    private static void Each(Func<Played[], DigestPeriod, bool> holds) => Lives.Sample(lives => Weeks().All(week => holds(lives, week)));

    private static IEnumerable<DigestPeriod> Weeks() => Enumerable.Range(0, 5).Select(n => new DigestPeriod(Start.AddDays(7 * n), Start.AddDays(7 * (n + 1))));

    private static IEnumerable<DigestEvent> Rows(Played[] lives) => lives.SelectMany((life, i) => DigestEvents.Of(life.Events).Select(row => row with { ThreadId = $"{i}" }));

    private sealed record Played(IReadOnlyList<ThreadEvent> Events)
    {
        public DateTimeOffset AskedAt => Events[0].At;

        public static Played Of(int hour, (int Hours, ThreadCommand Command)[] wanted)
        {
            var now = Start.AddHours(hour);
            List<ThreadEvent> events = [new Submitted(now, "t", "BR-222222", "r", Rep, Wanted)];
            var thread = ThreadDecider.Apply(null, events[0]);
            foreach (var (hours, command) in wanted)
            {
                now = now.AddHours(hours);
                if (ThreadDecider.Decide(thread, command, now) is Accepted accepted)
                {
                    thread = accepted.Thread;
                    events.AddRange(accepted.Events);
                }
            }

            return new(events);
        }

        public ThreadStatus StatusBefore(DateTimeOffset end) =>
            Events.Where(happened => happened.At < end).Aggregate((RequestThread?)null, ThreadDecider.Apply)!.Status;

        /// <summary>Whether marketing has said something since it was asked or last reopened.</summary>
        public bool IsAnsweredBefore(DateTimeOffset end) => Events
            .Where(happened => happened.At < end)
            .Reverse()
            .TakeWhile(happened => happened is not Reopened)
            .Any(happened => happened is QuestionAsked or ChangesRequested or Approved or Declined);
    }
}
