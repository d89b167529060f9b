using BridgeBot.Cards.Elements;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>Marketing's own words of a decline beside a kinder wording, for the one who wrote them: shown, never forced.</summary>
public static class DeclineCard
{
    /// <summary>UTF-16 code units of a reason, and of what is offered instead, up to which there is such a card: its buttons carry each
    /// text several times.</summary>
    public const int LongestText = 500;

    /// <summary>Adaptive Card JSON.</summary>
    /// <param name="thread">What is declined.</param>
    /// <param name="reason">The reason as it was written.</param>
    /// <param name="softer">The suggestion.</param>
    /// <param name="alternative">What is offered instead; null for nothing.</param>
    public static RenderedCard Render(RequestThread thread, string reason, string softer, string? alternative) => CardJson.Fit(most => AdaptiveCard.Of(
        Inert.Ours(Phrases.DeclineTitle),
        [
            Blocks.Title(Phrases.DeclineTitle),
            QuestionCard.About(thread),
            Blocks.Panel(ContainerStyle.Emphasis, Blocks.Heading(Phrases.PreviewYours), Blocks.Said(Inert.Of(reason, most))),
            Blocks.Panel(ContainerStyle.Good, Blocks.Heading(Phrases.PreviewSuggestion), Blocks.Said(Inert.Of(softer, most))),
            Blocks.SaidAside(Inert.Fill(Phrases.DeclineHint, ThreadParts.Name(thread.Requester))),
        ],
        [
            Send(thread, Phrases.ButtonDeclineSuggestion, softer, alternative) with { Style = ActionStyle.Positive },
            Send(thread, Phrases.ButtonDeclineOwn, reason, alternative),
            ThreadButtons.Press(thread, Phrases.ButtonBack, Verbs.Show),
        ]));

    private static ExecuteAction Send(RequestThread thread, string title, string reason, string? alternative)
    {
        var button = ThreadButtons.Press(thread, title, Verbs.Decline);
        return button with
        {
            Data = [.. button.Data, (Verbs.InputReason, reason), (Verbs.InputAlternative, alternative ?? ""), (Verbs.Chosen, "yes")],
        };
    }
}
