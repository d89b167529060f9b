using BridgeBot.Cards.Elements;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>Marketing's question to the rep, with a box for the answer.</summary>
public static class QuestionCard
{
    /// <summary>Adaptive Card JSON.</summary>
    /// <param name="thread">The thread that was asked about.</param>
    /// <param name="question">The question.</param>
    /// <param name="answer">What the rep has written so far; null for an empty box.</param>
    public static RenderedCard Render(RequestThread thread, Question question, string? answer = null) =>
        CardJson.Fit(most => AdaptiveCard.Of(
            Inert.Ours(Summary(thread, question)),
            [
                Blocks.Title(Inert.Fill(Phrases.QuestionTitle, ThreadParts.Name(question.By))),
                About(thread),
                Blocks.Panel(ContainerStyle.Emphasis, Blocks.Said(Inert.Of(question.Text, most))),
                ThreadButtons.Box(Inert.Ours(Phrases.AnswerLabel)) with { Value = answer is null ? null : Inert.ForInput(answer) },
                Blocks.Aside(Phrases.QuestionHint),
            ],
            [
                ThreadButtons.About(thread, question, Phrases.ButtonAnswerPreview, Verbs.AnswerPreview) with
                {
                    Style = ActionStyle.Positive,
                },
            ]));

    /// <summary>What a notification shows.</summary>
    public static string Summary(RequestThread thread, Question question) => Inert.Fill(
        Phrases.QuestionSummary,
        ThreadParts.Name(question.By),
        Inert.Line(thread.Reference),
        Inert.Line(question.Text)).Value;

    /// <summary>"About BR-7K3Q2M, Presentation for Acme".</summary>
    internal static RichTextBlock About(RequestThread thread) => Blocks.SaidAside(Inert.Fill(
        Phrases.QuestionAbout, Inert.Line(thread.Reference), Inert.Line(thread.Request.Title)));
}
