using BridgeBot.Cards.Elements;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>What marketing delivered, and the question whether it helped: one tap answers it.</summary>
public static class HelpedCard
{
    /// <summary>UTF-16 code units; longer ones do not work in every browser.</summary>
    private const int LongestLink = 2_000;

    private static readonly (Outcome Outcome, string Title)[] Answers =
    [
        (Outcome.Won, Phrases.ButtonWon), (Outcome.MovedForward, Phrases.ButtonMovedForward),
        (Outcome.NotYet, Phrases.ButtonNotYet), (Outcome.No, Phrases.ButtonNo),
    ];

    /// <summary>Adaptive Card JSON.</summary>
    public static RenderedCard Render(RequestThread thread, Handover handover) => CardJson.Fit(most => AdaptiveCard.Of(
        Inert.Ours(Summary(thread, handover)),
        [
            handover.AskedAgain
                ? Blocks.Title(Phrases.HelpedAgainTitle)
                : Blocks.Title(Inert.Fill(Phrases.HelpedTitle, ThreadParts.Name(handover.By))),
            QuestionCard.About(thread),
            Blocks.Panel(ContainerStyle.Good, Blocks.Said(Inert.Of(handover.Note, most))),
            ThreadButtons.Optional(Inert.Ours(Phrases.HelpedLabel)),
            .. handover.AskedAgain ? (CardElement[])[] : [Blocks.Heading(Phrases.HelpedQuestion)],
        ],
        [.. Outcomes(thread), .. Link(handover.Note)]));

    /// <summary>What a notification shows.</summary>
    public static string Summary(RequestThread thread, Handover handover) => handover.AskedAgain
        ? Messages.ToRequester(thread, new AskedAgain(handover.AskedAt))
        : Messages.ToRequester(thread, new Delivered(handover.At, handover.By, handover.Note));

    /// <summary>A button for each answer.</summary>
    internal static IEnumerable<CardAction> Outcomes(RequestThread thread) => Answers.Select(
        answer => ThreadButtons.Press(thread, answer.Title, Verbs.MyOutcome).With(Verbs.Outcome, $"{answer.Outcome}"));

    /// <summary>Text on a card is inert, so the first link that was delivered gets a button, which says where it leads.</summary>
    private static IEnumerable<CardAction> Link(string note) => note
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.TrimEnd('.', ',', ';', ':', '!', '?', ')'))
        .Where(word => word.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && word.Length <= LongestLink)
        .Select(word => Uri.TryCreate(word, UriKind.Absolute, out var address) ? address : null)
        .OfType<Uri>()
        .Where(address => address.UserInfo.Length == 0)
        .Take(1)
        .Select(address => new OpenUrlAction(Phrase.Of(Phrases.ButtonOpen, address.IdnHost), address.AbsoluteUri));
}
