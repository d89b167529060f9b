using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>What is written in marketing's channel about one thread.</summary>
internal static class ChannelTurn
{
    public static RequesterPlan Said(RequesterState state, SaidAbout about, CardRow? card, TurnContext context)
    {
        var said = about.Said;
        var here = said.Envelope.Conversation;
        if (state.Head?.TenantId != here.TenantId || state.Threads.GetValueOrDefault(about.ThreadId) is not { } thread
            || card?.Channel.ConversationId != here.ConversationId)
        {
            // Nothing goes out through the partition of another tenant, and nobody elsewhere learns what there is.
            return state.Head?.TenantId == here.TenantId && said.IsForBot
                ? Told(state, said, new NoSuchThread())
                : RequesterPlan.Unchanged(state, new NoReply());
        }

        var plan = ChatCommand.ReadInChannel(said.Text) switch
        {
            { Command: ChannelWord.Assign } assign => ColleagueTurn.Named(state, thread, said, assign.Text, context),
            { Command: ChannelWord.History } => new(state, [], [new SendHistory(thread.Id, null)], new NoReply()),
            _ => Relay(state, thread, said, context),
        };
        return plan.Reply is RefusedReply refused ? Told(state, said, refused.Why) : plan;
    }

    /// <summary>A reply below the card goes to the rep. Where the bot is not spoken to, it answers only if something would be lost.</summary>
    private static RequesterPlan Relay(RequesterState state, RequestThread thread, Said said, TurnContext context)
    {
        var by = said.Envelope.From!;
        if (by.AadObjectId == thread.Requester.AadObjectId)
        {
            return Answered(state, said, Notice.SaidAlready);
        }

        var remark = new Remark(by, said.Text) { IsOutsiders = !context.Settings.Membership.IsOfMarketing(by) };
        var plan = RequesterDecider.OnThread(state, thread.Id, remark, context);
        if (plan.Reply is RefusedReply { Why: not TextTooLong } && !said.IsForBot)
        {
            return RequesterPlan.Unchanged(state, new NoReply());
        }

        var isReached = state.Head is { ErasedAt: null, Chat: not null };
        return plan.Reply is RefusedReply ? plan : plan with
        {
            Messages =
            [
                .. plan.Messages,
                .. isReached ? Answers(said, Notice.PassedOn, thread.Requester.Name) : [new SendNotice(said.Envelope.Conversation, Notice.NobodyToTell)],
                .. said.Attachments.Count > 0 ? [new SendNotice(said.Envelope.Conversation, Notice.FilesNotPassedOn)] : (Outgoing[])[],
            ],
            Reply = new NoReply(),
        };
    }

    private static RequesterPlan Answered(RequesterState state, Said said, Notice notice) =>
        new(state, [], Answers(said, notice, null), new NoReply());

    private static Outgoing[] Answers(Said said, Notice notice, string? name) =>
        said.IsForBot ? [new SendNotice(said.Envelope.Conversation, notice, name)] : [];

    private static RequesterPlan Told(RequesterState state, Said said, Rejection why) =>
        new(state, [], [new SendRejection(said.Envelope.Conversation, why, said.Envelope.TimeZone)], new NoReply());
}
