namespace BridgeBot.Host.Turns;

/// <summary>An administrator moves a thread to another of marketing's channels. That it is there is decided once its card is.</summary>
internal static class MoveTurn
{
    /// <summary>Decides; null if there is no such thread in the tenant.</summary>
    public static RequesterPlan? Decide(RequesterState state, MoveAsked move, CardRow? card, TenantHead? tenant, TurnContext context)
    {
        var here = move.Envelope.Conversation;
        if (state.Head?.TenantId != here.TenantId || state.Threads.GetValueOrDefault(move.ThreadId) is not { } thread)
        {
            return null;
        }

        var channels = (tenant?.Channels ?? []).Where(channel => move.To is { } name
            ? name.Equals(channel.Name, StringComparison.OrdinalIgnoreCase)
            : channel.ConversationId == here.ConversationId).ToList();
        return (channels, card) switch
        {
            ([], _) when move.To is null => Say(Notice.NotConnectedYet, null),
            ([_], null) => Say(Notice.NotPostedYet, thread.Reference),
            ([var to], { }) when to.ConversationId == card.Channel.ConversationId => Say(Notice.AlreadyThere, thread.Reference),
            ([var to], _) => Say(Notice.Moving, thread.Reference, new MoveCard(thread.Id, context.NewId, to, move.Envelope.From!, here)),
            _ => Say(Notice.NoSuchChannel, move.To, new SendChannels(here)),
        };

        RequesterPlan Say(Notice notice, string? name, params Outgoing[] more) =>
            new(state, [], [new SendNotice(here, notice, name), .. more], new NoReply());
    }
}
