using BridgeBot.Cards.Elements;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>What the rep writes back as marketing will see it, word for word, so it is never shortened.</summary>
public static class ReplyPreviewCard
{
    /// <summary>Adaptive Card JSON. What is sent is what the bot keeps; Send carries it to tell an older preview from the newest.</summary>
    public static RenderedCard Render(RequestThread thread, string reply)
    {
        var send = ThreadButtons.Press(thread, Phrases.ButtonSend, Verbs.ReplySend);
        return CardJson.Of(AdaptiveCard.Of(
            Inert.Ours(Summary(thread)),
            [
                Blocks.Title(Phrases.ReplyPreviewTitle),
                QuestionCard.About(thread),
                Blocks.Panel(ContainerStyle.Good, Blocks.Said(Inert.Of(reply))),
            ],
            [
                send.With(Verbs.InputText, reply) with { Style = ActionStyle.Positive },
                ThreadButtons.Press(thread, Phrases.ButtonEdit, Verbs.ReplyEdit),
            ]));
    }

    /// <summary>What a notification shows.</summary>
    public static string Summary(RequestThread thread) => Inert.Fill(Phrases.ReplyPreviewSummary, Inert.Line(thread.Reference)).Value;
}
