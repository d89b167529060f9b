using BridgeBot.Cards.Elements;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>The answer as marketing will see it, word for word, so it is never shortened.</summary>
public static class AnswerPreviewCard
{
    private const int LongestQuestion = 300;

    /// <summary>Adaptive Card JSON. The buttons carry the answer as <see cref="Verbs.InputText"/>.</summary>
    public static RenderedCard Render(RequestThread thread, Question question, string answer) => CardJson.Fit(most => AdaptiveCard.Of(
        Inert.Ours(Summary(thread)),
        [
            Blocks.Title(Phrases.AnswerPreviewTitle),
            QuestionCard.About(thread),
            Blocks.SaidAside(Inert.Fill(
                Phrases.LabelAndText,
                Inert.Fill(Phrases.QuestionBy, ThreadParts.Name(question.By)),
                Inert.Line(question.Text, Math.Min(most, LongestQuestion)))),
            Blocks.Panel(ContainerStyle.Good, Blocks.Said(Inert.Of(answer))),
        ],
        Buttons(thread, question, answer, roomy: most == int.MaxValue)));

    /// <summary>What a notification shows.</summary>
    public static string Summary(RequestThread thread) =>
        Inert.Fill(Phrases.AnswerPreviewSummary, Inert.Line(thread.Reference)).Value;

    /// <summary>Each button carries the answer twice (Action.Execute and its fallback); a very long one can only be sent,
    /// or written anew in the question's own card.</summary>
    private static IReadOnlyList<CardAction> Buttons(RequestThread thread, Question question, string answer, bool roomy)
    {
        var send = Carry(thread, question, answer, Phrases.ButtonSend, Verbs.AnswerSend) with { Style = ActionStyle.Positive };
        return roomy ? [send, Carry(thread, question, answer, Phrases.ButtonEdit, Verbs.AnswerEdit)] : [send];
    }

    private static ExecuteAction Carry(RequestThread thread, Question question, string answer, string title, string verb) =>
        ThreadButtons.About(thread, question, title, verb).With(Verbs.InputText, answer);
}
