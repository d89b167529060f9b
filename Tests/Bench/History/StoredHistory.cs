using BridgeBot.Bench.Load;
using BridgeBot.Core.Digest;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Outbox;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Bench.History;

/// <summary>
/// Fills the store of a bot that knows some reps and a channel: the last two weeks, which are the same however much there is, and behind them
/// as many requests as wanted, over a year, all of them over. Each has every row that it has in life, by the bot's own writers.
/// </summary>
internal static class StoredHistory
{
    /// <summary>Reps who asked; all are in the first tenant.</summary>
    public const int Reps = 10;

    /// <summary>Requests of the last two weeks.</summary>
    private const int Recent = 300;

    private static readonly TimeSpan Fortnight = TimeSpan.FromDays(14);
    private static readonly TimeSpan Past = TimeSpan.FromDays(320);

    /// <summary>The number of a rep among the <see cref="Crowd"/>.</summary>
    public static int Person(int rep) => rep % Reps * Crowd.Tenants;

    /// <summary>Fills it.</summary>
    /// <param name="store">The store; no bot uses it meanwhile.</param>
    /// <param name="threads">How many requests there are then.</param>
    /// <param name="now">UTC instant at which the two weeks end.</param>
    /// <returns>How many rows were written.</returns>
    public static async Task<long> FillAsync(IStore store, int threads, DateTimeOffset now)
    {
        var tenant = StateJson.Read<TenantHead>((await store.ReadAsync(Keys.Tenant(Crowd.Tenant(0)), Keys.Head, default))!.Body);
        var channel = tenant.Channels.Single();
        List<RequesterState> reps = [];
        for (var rep = 0; rep < Reps; rep++) reps.Add(await RepAsync(store, rep));

        var (filling, life) = (new FillingStore(store), new PastLife());
        var past = threads - Recent;
        for (var i = 0; i < threads; i++)
        {
            var rep = reps[i / 5 % Reps]; // not one who is declined every time
            var asked = i < past ? now - Fortnight - TimeSpan.FromDays(7) - (Past * (1 - ((double)i / past))) : now - (Fortnight * (1 - ((i - past) / (double)Recent)));
            await WriteAsync(filling, channel, rep, life.Of((double)i / threads, i < past ? i : i - past, asked, now, rep.Head!.Person, rep.Id), asked >= now - Fortnight);
        }

        await DigestRows.StoreAsync(
            filling,
            Keys.Channel(channel.TenantId, channel.ConversationId),
            Enumerable.Range(1, 8).Select(week => new DigestTotals(new(now.AddDays(-7 * (week + 1)), now.AddDays(-7 * week)), new(90, 80, 60, 20, 50, 40, 8, 24))),
            default);
        await filling.EndAsync(default);
        return filling.Rows;
    }

    private static async Task<RequesterState> RepAsync(IStore store, int rep)
    {
        var key = Keys.Person(Crowd.Tenant(0), Crowd.PersonId(Person(rep)));
        var row = await store.ReadAsync(Keys.People(key), key, default);
        return await RequesterRows.LoadAsync(store, StateJson.Read<PersonRow>(row!.Body).RequesterId, null, default);
    }

    private static async Task WriteAsync(
        FillingStore filling, ConversationReference channel, RequesterState rep, IReadOnlyList<ThreadEvent> events, bool isCounted)
    {
        var thread = events.Aggregate((RequestThread?)null, ThreadDecider.Apply)!;
        var plan = RequesterPlan.Unchanged(rep with { Threads = new Dictionary<string, RequestThread> { [thread.Id] = thread } }, new NoReply()) with
        {
            Events = [.. events.Select((happened, i) => new KeptEvent(thread.Id, i + 1, happened))],
        };
        var (activity, home) = ($"1:{thread.Id}", Keys.Channel(channel.TenantId, channel.ConversationId));
        var reference = StateJson.Write(new ReferenceRow(rep.Id, thread.Id));
        await filling.CommitAsync(
            Keys.Requester(rep.Id),
            [
                .. RequesterRows.Writes(rep, plan).Where(write => write.Key != Keys.Head),
                new Insert(Keys.Card(thread.Id), StateJson.Write(CardRow.Posted(null, channel, activity, thread.Version))),
            ],
            default);
        await filling.CommitAsync(Keys.References, [new Insert(thread.Reference, reference)], default);
        await filling.CommitAsync(home, [new Insert(Keys.CardAt(activity), reference)], default);
        await ListedRows.ListAsync(filling, home, thread, activity, isCounted ? [.. DigestEvents.Of(events)] : [], default);
    }
}
