using BridgeBot.Cards;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Lists;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;

namespace BridgeBot.Host.Turns;

/// <summary>
/// Answers a search from the compose box: with requests of the person's own, and, where they write in one of marketing's channels, with
/// the open ones of that channel, since its members see them there anyway. It changes nothing, so there is nothing to commit.
/// </summary>
internal sealed class SearchAnswer(IStore store, People people, KindCatalog kinds, TimeProvider clock)
{
    private const int PageSize = 10;

    /// <summary>The most requests that are over which are looked through: those of years.</summary>
    private const int MostOver = 500;

    public async Task<TurnAnswer> AnswerAsync(Searched search, CancellationToken cancel)
    {
        var (here, from) = (search.Envelope.Conversation, search.Envelope.From!);
        var own = OwnAsync(here.TenantId, from, cancel);
        var listed = here.Type is ConversationType.Channel
            ? OpenAsync(here, cancel)
            : Task.FromResult<(TenantHead?, IReadOnlyList<ListedThread>)>((null, []));
        await Task.WhenAll(own, listed);
        var (tenant, open) = await listed;
        var today = Calendar.Today(clock.GetUtcNow(), search.Envelope.TimeZone);
        var mine = (await own).ToDictionary(thread => thread.Id);
        IEnumerable<(DateTimeOffset ChangedAt, FoundCard Card)> found =
        [
            .. from thread in mine.Values
               let request = thread.Request
               where SearchMatch.Of(search.Text, [thread.Reference, request.Title, request.Customer, request.Text, .. Names(thread.Status, request.Kind)])
               select (thread.ChangedAt, Found(thread.Reference, request.Title, thread.Status, request.Customer, SharedCard.Render(thread, kinds))),
            .. from thread in open
               where !mine.ContainsKey(thread.Id)
               where SearchMatch.Of(search.Text, [thread.Reference, thread.Title, thread.Customer, .. Names(thread.Status, thread.Kind)])
               select (thread.ChangedAt, Found(
                   thread.Reference, thread.Title, thread.Status, thread.Customer, SharedCard.Render(thread, today, tenant!.PlaceOf(here)))),
        ];
        return new FoundAnswer([.. found.OrderByDescending(one => one.ChangedAt).Skip(search.Skip).Take(PageSize).Select(one => one.Card)], Messages.SearchFoundNothing);
    }

    private static FoundCard Found(string reference, string title, ThreadStatus status, string? customer, RenderedCard card) =>
        new(SharedCard.Plain(title), SharedCard.Line(reference, status, customer), card);

    private string[] Names(ThreadStatus status, string kind) => [SharedCard.Status(status), kinds.Find(kind).Label];

    private async Task<IReadOnlyList<RequestThread>> OwnAsync(string tenantId, Person person, CancellationToken cancel)
    {
        var partition = Keys.Requester(await people.RequesterIdAsync(tenantId, person.AadObjectId, cancel));
        var active = store.AllAsync(partition, Keys.ActiveFrom, Keys.ActiveTo, cancel).ToListAsync(cancel).AsTask();
        var over = store.RangeAsync(partition, Keys.ClosedFrom, Keys.ClosedTo, MostOver, cancel);
        await Task.WhenAll(active, over);
        var head = (await active).Find(row => row.Key == Keys.Head);
        return head is null || StateJson.Read<RequesterHead>(head.Body).ErasedAt is not null
            ? []
            :
            [
                .. (await active).Where(row => row.Key.StartsWith(Keys.OpenPrefix, StringComparison.Ordinal)).Concat(await over)
                    .Select(row => StateJson.Read<RequestThread>(row.Body))
                    .DistinctBy(thread => thread.Id),
            ];
    }

    /// <summary>The open threads of a channel, if it is one of marketing's.</summary>
    private async Task<(TenantHead?, IReadOnlyList<ListedThread>)> OpenAsync(ConversationReference here, CancellationToken cancel)
    {
        var head = store.ReadAsync(Keys.Tenant(here.TenantId), Keys.Head, cancel);
        var rows = store.AllAsync(Keys.Channel(here.TenantId, here.ConversationId), Keys.ListedOpenFrom, Keys.ListedOpenTo, cancel)
            .Select(row => StateJson.Read<ListedThread>(row.Body)).ToListAsync(cancel).AsTask();
        await Task.WhenAll(head, rows);
        return await head is { } row && StateJson.Read<TenantHead>(row.Body) is var tenant && tenant.IsMarketings(here) ? (tenant, await rows) : (null, []);
    }
}
