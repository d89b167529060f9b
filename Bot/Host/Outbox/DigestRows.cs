using BridgeBot.Core.Digest;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Outbox;

/// <summary>What a digest reads of a channel's own partition, and what it leaves there.</summary>
internal static class DigestRows
{
    /// <summary>Totals have no names in them; a chart of months needs them for most of a year.</summary>
    private static readonly TimeSpan TotalsAge = TimeSpan.FromDays(400);

    /// <summary>Longer than any digest is late.</summary>
    private static readonly TimeSpan MarkAge = TimeSpan.FromDays(60);

    /// <summary>What happened from one instant on up to another, which is not included.</summary>
    public static async Task<IReadOnlyList<DigestEvent>> EventsAsync(
        IStore store, string channel, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel) =>
        await store.AllAsync(channel, Keys.Happened(from), Keys.Happened(to), cancel)
            .Select(row => StateJson.Read<DigestEvent>(row.Body))
            .ToListAsync(cancel);

    /// <summary>The channel's open threads.</summary>
    public static async Task<IReadOnlyList<ListedThread>> OpenAsync(IStore store, string channel, CancellationToken cancel) =>
        await store.AllAsync(channel, Keys.ListedOpenFrom, Keys.ListedOpenTo, cancel)
            .Select(row => StateJson.Read<ListedThread>(row.Body))
            .ToListAsync(cancel);

    /// <summary>The totals that earlier digests have stored.</summary>
    public static async Task<IReadOnlyList<DigestTotals>> TotalsAsync(IStore store, string channel, CancellationToken cancel) =>
        await store.AllAsync(channel, Keys.TotalsFrom, Keys.TotalsTo, cancel)
            .Select(row => StateJson.Read<DigestTotals>(row.Body))
            .ToListAsync(cancel);

    /// <summary>Stores totals, instead of those of the same period.</summary>
    public static Task StoreAsync(IStore store, string channel, IEnumerable<DigestTotals> totals, CancellationToken cancel) =>
        store.CommitAsync(
            channel,
            [.. totals.Select(one => new Upsert(Keys.Totals(one.Period.From, one.Period.To), StateJson.Write(one)))],
            cancel);

    /// <summary>Removes what no digest counts any more.</summary>
    /// <param name="store">The store.</param>
    /// <param name="channel">The channel's partition.</param>
    /// <param name="counted">UTC instant before which nothing is counted any more.</param>
    /// <param name="cancel">Stops waiting.</param>
    public static async Task TidyAsync(IStore store, string channel, DateTimeOffset counted, CancellationToken cancel)
    {
        foreach (var (from, to) in new[]
        {
            (Keys.HappenedFrom, Keys.Happened(counted)),
            (Keys.TotalsFrom, Keys.TotalsFrom + Keys.DueAt(counted - TotalsAge)),
            (Keys.DigestMarkFrom, Keys.DigestMark(counted - MarkAge)),
        })
        {
            while (await store.RangeAsync(channel, from, to, StoreLimits.WritesInTransaction, cancel) is { Count: > 0 } rows)
            {
                await store.CommitAsync(channel, [.. rows.Select(row => new Delete(row.Key))], cancel);
            }
        }
    }
}
