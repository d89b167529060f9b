using BridgeBot.Core.Intake;

namespace BridgeBot.Host.Turns;

/// <summary>What a person asks marketing about from somewhere else goes on in their personal chat, where words stay private.</summary>
internal static class AskTurn
{
    public static RequesterPlan Sent(RequesterState state, AskSent sent, TurnContext context)
    {
        if (state.Dialog is { Draft: not null } open)
        {
            // What is half-finished there comes first, and must not take this for an answer.
            return RequesterPlan.Unchanged(state, new NoteReply(IntakeDialog.FinishFirstNote(open)));
        }

        var hasChat = state.Head!.Chat is not null;
        var plan = ChatTurn.Begun(state, sent.Text, context);
        return plan with
        {
            Messages = [.. plan.Messages.Where(message => hasChat || !message.IsForChat)],
            Reply = Again(state),
        };
    }

    /// <summary>What the person is told, the first time and if it is sent again.</summary>
    public static ClickReply Again(RequesterState state) =>
        new NoticeReply(state.Head?.Chat is null ? Notice.AskNeedsChat : Notice.AskGoesOn);
}
