using BridgeBot.Cards.Elements;
using BridgeBot.Core.Framing;
using BridgeBot.Core.Intake;

namespace BridgeBot.Cards;

/// <summary>Somebody's message, framed as requests to marketing, for the person who wants to ask: the rest of the way is the dialog's.</summary>
public static class AskCard
{
    /// <summary>UTF-16 code units of the message that are taken along.</summary>
    public const int LongestText = 3_000;

    private const int MostAsks = 3;

    /// <summary>Adaptive Card JSON.</summary>
    /// <param name="text">The message.</param>
    /// <param name="framed">What the engine made of it.</param>
    /// <param name="kinds">For the kinds' labels.</param>
    public static RenderedCard Render(string text, FramingResult framed, KindCatalog kinds) => CardJson.Fit(most => AdaptiveCard.Of(
        Inert.Ours(Phrases.AskTitle),
        [
            .. framed.Asks.Count == 0
                ? (CardElement[])[Blocks.Text(Phrases.AskNothing)]
                : [Blocks.Heading(Phrases.PreviewTitle), .. framed.Asks.Take(MostAsks).Select(ask => Panel(ask, kinds, most))],
            .. framed.Asks.Count > MostAsks ? (CardElement[])[Blocks.Aside(Phrase.Of(Phrases.StatusMore, framed.Asks.Count - MostAsks))] : [],
            new TextInput(Verbs.InputText, Inert.Ours(Phrases.PreviewYours))
            {
                Value = Inert.ForInput(text),
                IsMultiline = true,
                IsRequired = true,
                ErrorMessage = Inert.Ours(Phrases.TextRequired),
                MaxLength = IntakeLimits.Message,
            },
            Blocks.Aside(Phrases.AskHint),
        ],
        [new SubmitAction(Phrases.ButtonAskInChat, [(Verbs.Verb, Verbs.AskInChat)])]));

    /// <summary>The name of the window.</summary>
    public static string Title => Phrases.AskTitle;

    private static Container Panel(Ask ask, KindCatalog kinds, int most) => Blocks.Panel(
        ContainerStyle.Emphasis,
        Blocks.SaidAside(Inert.Line(kinds.Find(ask.Kind).Label)),
        Blocks.Said(Inert.Of(ask.Framing, most)));
}
