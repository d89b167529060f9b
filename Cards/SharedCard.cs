using BridgeBot.Cards.Elements;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>A request that somebody puts into a chat: to be read, so it has no buttons. It says no more than marketing's channel shows.</summary>
public static class SharedCard
{
    /// <summary>UTF-16 code units of each text: a page of results holds a card of each.</summary>
    private const int LongestText = 700;

    /// <summary>Adaptive Card JSON of a request of the person's own.</summary>
    public static RenderedCard Render(RequestThread thread, KindCatalog kinds) => CardJson.Fit(most => AdaptiveCard.Of(
        Inert.Ours(MyThreadCard.Summary(thread)),
        [
            Blocks.Title(Inert.Line(thread.Request.Title, Math.Min(most, LongestText))),
            ThreadParts.StatusLine(thread),
            Blocks.Panel(ContainerStyle.Emphasis, Blocks.Said(Inert.Of(thread.Request.Text, Math.Min(most, LongestText)))),
            new Container([.. ThreadParts.Rows(thread, kinds, Math.Min(most, LongestText))]) { Spacing = Spacing.Medium },
        ]));

    /// <summary>Adaptive Card JSON of a request in marketing's channel; its title leads to the post.</summary>
    public static RenderedCard Render(ListedThread thread, DateOnly today, ChannelPlace place) => CardJson.Fit(most => AdaptiveCard.Of(
        Inert.Ours(Summary(thread)), [ListRow.Of(thread, separator: false, today, place, Math.Min(most, LongestText))]));

    /// <summary>What stands below the title in the results.</summary>
    public static string Line(string reference, ThreadStatus status, string? customer) => string.Join(
        "  ·  ",
        ((string[])[Inert.Line(reference).Value, ThreadParts.Status(status), Plain(customer)]).Where(part => part.Length > 0));

    /// <summary>A text for the results, which some clients read as HTML: nothing in it is a tag.</summary>
    public static string Plain(string? text) => Inert.Line(text).Value.Replace('<', '‹').Replace('>', '›').Replace('&', '＆');

    /// <summary>Where a request stands, without names: a search may name it.</summary>
    public static string Status(ThreadStatus status) => ThreadParts.Status(status);

    private static string Summary(ListedThread thread) =>
        Inert.Fill(Phrases.RequesterOther, Inert.Line(thread.Reference), Inert.Line(thread.Title), Inert.Ours(ThreadParts.Status(thread.Status))).Value;
}
