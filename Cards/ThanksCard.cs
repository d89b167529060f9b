using BridgeBot.Cards.Elements;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>What the question whether it helped becomes once it is answered: a place for thanks, which nobody has to fill in.</summary>
public static class ThanksCard
{
    /// <summary>Adaptive Card JSON.</summary>
    public static RenderedCard Render(RequestThread thread, Handover handover, Feedback feedback) => CardJson.Fit(most => AdaptiveCard.Of(
        Inert.Ours(Summary(feedback)),
        [
            Blocks.Title(Summary(feedback)),
            QuestionCard.About(thread),
            .. feedback.Reaction is { } reaction
                ? (CardElement[])[Blocks.Row(Phrases.RowReaction, Blocks.Said(Inert.Of(reaction, most)))]
                : [],
            .. (feedback.Outcome, thread.Status) is (Outcome.NotYet, ThreadStatus.Delivered) ? (CardElement[])[Blocks.Text(Phrases.ThanksNotYet)] : [],
            ThreadButtons.Box(Inert.Fill(Phrases.ThanksLabel, ThreadParts.Name(handover.By))),
            Blocks.Aside(Phrases.ThanksHint),
        ],
        [ThreadButtons.Press(thread, Phrases.ButtonThanks, Verbs.MyThanks)]));

    /// <summary>Adaptive Card JSON: the thanks were posted.</summary>
    public static RenderedCard Posted(RequestThread thread, ThankYou thanks) => SettledCard.Render(
        Inert.Fill(Phrases.ThankedTitle, Inert.Line(thread.Handover?.By.Name), Inert.Line(thread.Reference)).Value, thanks.Text);

    /// <summary>What a notification shows.</summary>
    public static string Summary(Feedback feedback) => Phrase.Of(Phrases.ThanksTitle, LifeRows.Say(feedback.Outcome));
}
