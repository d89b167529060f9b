using BridgeBot.Cards;
using BridgeBot.Host.Storage;

namespace BridgeBot.Host.Turns;

/// <summary>Answers a click on a list with another page of it, for the person who clicked. It changes nothing, so there is nothing to commit.</summary>
internal sealed class ListAnswer(IStore store, AnswerRenderer answers, TimeProvider clock)
{
    private readonly ChannelLists _lists = new(store);

    public async Task<TurnAnswer> AnswerAsync(Clicked click, CancellationToken cancel)
    {
        var (here, zone) = (click.Envelope.Conversation, click.Envelope.TimeZone);
        if (ListButton.Read(click.Data) is not { } list)
        {
            return answers.Render(new NoticeReply(Notice.NotFromThisCard), zone);
        }

        var row = await store.ReadAsync(Keys.Tenant(here.TenantId), Keys.Head, cancel);
        if (row is null || StateJson.Read<TenantHead>(row.Body) is not { } tenant || !tenant.IsMarketings(here))
        {
            return answers.Render(new NoticeReply(Notice.ListElsewhere), zone);
        }

        var (_, card) = await _lists.RenderAsync(tenant, here, list, click.Envelope.From!, Calendar.Today(clock.GetUtcNow(), zone), cancel);
        return new CardAnswer(card);
    }
}
