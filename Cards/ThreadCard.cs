using BridgeBot.Cards.Elements;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>A request in marketing's channel. It knows the thread and nothing else, so the rep's raw words cannot be in it.</summary>
public static class ThreadCard
{
    /// <summary>UTF-16 code units of the framed text that are always shown; the rest of the card is shortened first.</summary>
    private const int LongestFraming = 4_000;

    private const int LongestTitle = 200;

    /// <summary>Adaptive Card JSON.</summary>
    /// <param name="thread">As it is now.</param>
    /// <param name="kinds">For the kind's label.</param>
    /// <param name="notify">Who is mentioned while it is marketing's turn; null for nobody.</param>
    public static RenderedCard Render(RequestThread thread, KindCatalog kinds, Mention? notify)
    {
        var mention = thread.Status is not ThreadStatus.Submitted || notify is not { PlainName.Length: > 0, Id.Length: > 0 } ? null : notify;
        return CardJson.Fit(most => AdaptiveCard.Of(
            Inert.Ours(Summary(thread)),
            [
                .. ThreadParts.Urgency(thread.Request.Urgent),
                Blocks.Title(Inert.Line(thread.Request.Title, Math.Min(most, LongestTitle))),
                ThreadParts.StatusLine(thread),
                .. mention is null ? (CardElement[])[] : [Blocks.Text(Phrase.Of(Phrases.ThreadNotify, mention.Markup))],
                Blocks.Panel(ContainerStyle.Emphasis, Blocks.Said(Inert.Of(thread.Request.Text, Math.Max(most, LongestFraming)))),
                new Container([.. ThreadParts.Rows(thread, kinds, most)]) { Spacing = Spacing.Medium },
                .. ThreadParts.Questions(thread, most),
            ],
            ThreadButtons.Of(thread)) with
        {
            Msteams = mention is null ? null : new(null, [new(mention.Markup, new(mention.Id, mention.PlainName))]),
        });
    }

    /// <summary>What a notification shows.</summary>
    public static string Summary(RequestThread thread) => Inert.Fill(
        thread.Request.Urgent ? Phrases.ThreadSummaryUrgent : Phrases.ThreadSummary,
        ThreadParts.Name(thread.Requester),
        Inert.Line(thread.Request.Title, LongestTitle),
        Inert.Line(thread.Reference)).Value;
}
