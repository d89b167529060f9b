using BridgeBot.Cards.Elements;
using BridgeBot.Core.Lists;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>A thread in one of marketing's lists; its title leads to its post.</summary>
internal static class ListRow
{
    public static ColumnSet Of(ListedThread thread, bool separator, DateOnly today, ChannelPlace place, int most) => new(
        [
            new("stretch",
            [
                new RichTextBlock([Title(thread, place, most)]),
                new RichTextBlock([.. Status(thread, today)]) { Spacing = Spacing.None },
                Blocks.SaidAside(About(thread)) with { Spacing = Spacing.None },
            ]),
            new("auto", [Blocks.Aside(Moments.Day(thread.SubmittedAt))]),
        ])
    {
        Separator = separator ? true : null,
        Spacing = Spacing.Medium,
    };

    /// <summary>The title, which opens the post.</summary>
    public static TextRun Title(ListedThread thread, ChannelPlace place, int most) => new(Inert.Line(thread.Title, most))
    {
        Weight = TextWeight.Bolder,
        SelectAction = thread.ActivityId is { } post ? new OpenUrlAction(Phrases.ListOpenPost, place.LinkTo(post)) : null,
    };

    private static IEnumerable<TextRun> Status(ListedThread thread, DateOnly today)
    {
        if (thread.Urgent)
        {
            yield return new(Inert.Ours(Phrases.ListUrgent + "  ·  ")) { Color = TextColor.Attention, Weight = TextWeight.Bolder };
        }

        yield return new(Inert.Ours(ThreadParts.Status(thread.Status))) { Color = ThreadParts.Color(thread.Status) };
        if (thread.DueDay is { } day && !thread.IsOver && thread.Status is not ThreadStatus.Delivered)
        {
            var due = Phrase.Of(thread.Work?.Promised is null ? Phrases.ListNeeded : Phrases.ListPromised, Moments.Day(day));
            yield return OpenThreads.IsOverdue(thread, today)
                ? new(Inert.Ours("  ·  " + due)) { Color = TextColor.Attention }
                : new(Inert.Ours("  ·  " + due)) { IsSubtle = true };
        }
    }

    /// <summary>Reference, rep, customer, owner: what there is of them.</summary>
    private static Inert About(ListedThread thread)
    {
        List<Inert> parts = [Inert.Line(thread.Reference), Inert.Fill(Phrases.ListFrom, ThreadParts.Name(thread.Requester))];
        if (thread.Customer is { } customer)
        {
            parts.Add(Inert.Fill(Phrases.ForCustomer, Inert.Line(customer, LongestCustomer)));
        }

        if (thread.Work is { } work && !thread.IsOver && thread.Status is not ThreadStatus.Delivered)
        {
            parts.Add(Inert.Fill(Phrases.ListOwner, ThreadParts.Name(work.Owner)));
        }

        return Inert.Ours(string.Join("  ·  ", parts));
    }

    private const int LongestCustomer = 60;
}
