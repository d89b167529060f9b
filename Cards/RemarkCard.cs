using BridgeBot.Cards.Elements;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>What somebody of marketing wrote below the card, for the rep, with a box to write back.</summary>
public static class RemarkCard
{
    /// <summary>Adaptive Card JSON.</summary>
    public static RenderedCard Render(RequestThread thread, Remarked remark) => CardJson.Fit(most => AdaptiveCard.Of(
        Inert.Ours(Summary(thread, remark)),
        [
            Blocks.Title(Inert.Fill(Phrases.RemarkTitle, ThreadParts.Name(remark.By))),
            QuestionCard.About(thread),
            Blocks.Panel(ContainerStyle.Emphasis, Blocks.Said(Inert.Of(remark.Text, most))),
            Box(null),
            Blocks.Aside(Phrases.RemarkHint),
        ],
        [Preview(thread)]));

    /// <summary>The box alone, with what was written so far. Adaptive Card JSON.</summary>
    public static RenderedCard Again(RequestThread thread, string? reply) => CardJson.Of(AdaptiveCard.Of(
        Inert.Ours(Phrases.ReplyTitle), [Blocks.Title(Phrases.ReplyTitle), QuestionCard.About(thread), Box(reply)], [Preview(thread)]));

    /// <summary>What a notification shows.</summary>
    public static string Summary(RequestThread thread, Remarked remark) => Messages.ToRequester(thread, remark);

    private static TextInput Box(string? reply) =>
        ThreadButtons.Box(Inert.Ours(Phrases.ReplyLabel)) with { Value = reply is null ? null : Inert.ForInput(reply) };

    private static ExecuteAction Preview(RequestThread thread) =>
        ThreadButtons.Press(thread, Phrases.ButtonReplyPreview, Verbs.ReplyPreview) with { Style = ActionStyle.Positive };
}
