using BridgeBot.Core.Lists;
using BridgeBot.Core.Threads;

namespace BridgeBot.Tests.Lists;

internal sealed class OpenThreadsTests
{
    private static readonly Person Maria = new("maria", "Maria");
    private static readonly DateOnly Today = new(2026, 12, 4);

    [Test]
    public void Open_UrgentThenEarliestDayThenOldest() => Assert.That(
        Ids(ListKind.Open,
            Thread("old", 1), Thread("older", 0), Thread("late", 2) with { Deadline = Today.AddDays(3) },
            Thread("soon", 3) with { Deadline = Today.AddDays(1) }, Thread("urgent", 4) with { Urgent = true }),
        Is.EqualTo(new[] { "urgent", "soon", "late", "older", "old" }));

    [Test]
    public void Mine_IsWhatTheyOwn() => Assert.That(
        Ids(ListKind.Mine, Thread("mine") with { Work = new(Maria with { Name = "Maria M." }, null) }, Thread("hers") with { Work = new(new("ana", "Maria"), null) }, Thread("nobodys")),
        Is.EqualTo(new[] { "mine" }));

    [TestCase(-1, ThreadStatus.Submitted, true)]
    [TestCase(0, ThreadStatus.Submitted, false)]
    [TestCase(1, ThreadStatus.Submitted, false)]
    [TestCase(-1, ThreadStatus.Question, true)]
    [TestCase(-1, ThreadStatus.Delivered, false)]
    [TestCase(-1, ThreadStatus.Closed, false)]
    public void Overdue_TheDayIsOverAndItIsNotDelivered(int day, ThreadStatus status, bool expected) => Assert.That(
        OpenThreads.IsOverdue(Thread("t") with { Status = status, Deadline = Today.AddDays(day) }, Today), Is.EqualTo(expected));

    [Test]
    public void Overdue_APromiseTakesThePlaceOfTheDeadline() => Assert.That(
        Ids(ListKind.Overdue,
            Thread("kept") with { Deadline = Today.AddDays(-3), Work = new(Maria, Today) },
            Thread("broken") with { Deadline = Today.AddDays(3), Work = new(Maria, Today.AddDays(-1)) },
            Thread("no day")),
        Is.EqualTo(new[] { "broken" }));

    [TestCase("", 0, "6")]
    [TestCase("6", 6, "12")]
    [TestCase("12", 12, null)]
    [TestCase("600", 12, null)]
    [TestCase("7", 6, "12")]
    [TestCase("-1", 0, "6")]
    [TestCase("99999999999", 0, "6")]
    [TestCase("a|b", 0, "6")]
    public void Page_OfThirteen_BeginsWhereItSays(string from, int before, string? next)
    {
        var page = OpenThreads.Page(
            Enumerable.Range(0, 13).Select(n => Thread($"{n:D2}", n)), new(ListKind.Open, "", from.Length == 0 ? [] : ["6", from]), Maria, Today);

        Assert.That((page.Before, page.Next, page.Total, page.Threads[0].Id, page.Threads.Count), Is.EqualTo((before, next, 13, $"{before:D2}", before == 12 ? 1 : 6)));
    }

    [Test]
    public void Page_OfNothing_IsEmpty()
    {
        var page = OpenThreads.Page([], new(ListKind.Open, "", ["6"]), Maria, Today);

        Assert.That((page.Threads.Count, page.Total, page.Next), Is.EqualTo((0, 0, (string?)null)));
    }

    [Test]
    public void Board_CountsEachStateAndNamesItsOldest()
    {
        var page = OpenThreads.Page(
            [
                Thread("b", 2), Thread("a", 1) with { Deadline = Today.AddDays(-1) }, Thread("c", 3) with { Status = ThreadStatus.InProgress },
            ],
            ListRequest.First(ListKind.Board), Maria, Today);

        Assert.That(
            page.Board.Select(state => (state.Status, state.Count, state.Overdue, state.Oldest.Id)),
            Is.EqualTo(new[] { (ThreadStatus.Submitted, 2, 1, "a"), (ThreadStatus.InProgress, 1, 0, "c") }));
        Assert.That(page.Total, Is.EqualTo(3));
    }

    private static IEnumerable<string> Ids(ListKind kind, params ListedThread[] open) =>
        OpenThreads.Page(open, ListRequest.First(kind), Maria, Today).Threads.Select(thread => thread.Id);

    private static ListedThread Thread(string id, int hour = 0)
    {
        var at = new DateTimeOffset(2026, 11, 23, hour, 0, 0, TimeSpan.Zero);
        return new(id, "r", "BR-111111", id, "other", new("sam", "Sam"), ThreadStatus.Submitted, 1, at, at);
    }
}
