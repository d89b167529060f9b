using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Outbox;

/// <content>A card goes to another channel. Each step is found done when it is repeated after a crash.</content>
internal sealed partial class ThreadCardSender
{
    private async Task<DeliveryResult> MoveAsync(
        RequesterState state, RequestThread thread, CardRow card, MoveCard move, CancellationToken cancel)
    {
        if (card.Channel.ConversationId != move.To.ConversationId)
        {
            switch (await connector.PostAsync(move.To, Card(ThreadCard.Render(thread, kinds, notify), thread), cancel))
            {
                case SendAccepted { ActivityId: { } activityId }:
                    await LeadAsync(move.To, activityId, state.Id, thread.Id, cancel);
                    card = CardRow.Posted(card, move.To, activityId, thread.Version);
                    break;
                case SendAccepted:
                    return new Refused("accepted without an id");
                case SendRefused refused:
                    LogNotMoved(log, refused.Code);
                    var told = await turns.RunAsync(new MoveRefused(state.Id, thread.Id, move.MoveId, move.AskedIn), cancel);
                    told.AfterAnswer?.Invoke();
                    return new Done();
                case var later:
                    return Result(later);
            }
        }

        return !await RecordAsync(state.Id, thread, card, cancel, move.By) ? new NotYet(default)
            : card.Former.Count == 0 ? new Done() : await LeaveAsync(state.Head!.TenantId, thread, card, cancel);
    }

    /// <summary>Where the card was, a pointer stays, and the lists have it no more.</summary>
    private async Task<DeliveryResult> LeaveAsync(string tenantId, RequestThread thread, CardRow card, CancellationToken cancel)
    {
        var former = card.Former[^1];
        var pointer = Card(PointerCard.Moved(thread.Reference, thread.Request.Title, card.Channel.Name), thread);
        var sent = await connector.UpdateAsync(former.Channel, former.ActivityId, pointer, cancel);
        if (sent is not (SendAccepted or SendRefused))
        {
            return Result(sent);
        }

        await ForgetPostAsync(former.Channel, former.ActivityId, cancel);
        return await ListedRows.LeaveAsync(store, Keys.Channel(tenantId, former.Channel.ConversationId), thread, cancel)
            ? new Done()
            : new TryLater("somebody else listed it", null);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The channel to which somebody moved a request refused its card ({Code}); it stays where it is")]
    private static partial void LogNotMoved(ILogger log, string code);
}
