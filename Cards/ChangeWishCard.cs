using BridgeBot.Cards.Elements;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>What marketing would like changed, to the rep; a button opens the request as it is.</summary>
public static class ChangeWishCard
{
    /// <summary>Adaptive Card JSON.</summary>
    public static RenderedCard Render(RequestThread thread, ChangeWish wish) => CardJson.Fit(most => AdaptiveCard.Of(
        Inert.Ours(Summary(thread, wish)),
        [
            Blocks.Title(Inert.Fill(Phrases.ChangesTitle, ThreadParts.Name(wish.By))),
            QuestionCard.About(thread),
            Blocks.Panel(ContainerStyle.Emphasis, Blocks.Said(Inert.Of(wish.Text, most))),
            Blocks.Aside(Phrases.ChangesHint),
        ],
        [
            ThreadButtons.Press(thread, Phrases.ButtonMyChange, Verbs.MyChange) with { Style = ActionStyle.Positive },
            ThreadButtons.Press(thread, Phrases.ButtonMyWithdraw, Verbs.MyWithdraw),
        ]));

    /// <summary>What a notification shows.</summary>
    public static string Summary(RequestThread thread, ChangeWish wish) => Inert.Fill(
        Phrases.ChangesSummary, ThreadParts.Name(wish.By), Inert.Line(thread.Reference), Inert.Line(wish.Text)).Value;
}
