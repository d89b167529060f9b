using System.Globalization;
using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;

namespace BridgeBot.Host.Turns;

/// <summary>What happened to a thread, page by page: a page is one read, however long the history is.</summary>
internal static class ThreadHistory
{
    /// <summary>Reads a page.</summary>
    /// <param name="store">The store.</param>
    /// <param name="thread">The thread as it is.</param>
    /// <param name="until">The number of the newest event to read; null for the newest of all.</param>
    /// <param name="cancel">Stops waiting.</param>
    public static async Task<HistoryPage> ReadAsync(IStore store, RequestThread thread, int? until, CancellationToken cancel)
    {
        var (first, last) = HistoryPage.Span(thread, until);
        var rows = await store.RangeAsync(
            Keys.Requester(thread.RequesterId), Keys.Event(thread.Id, first), Keys.Event(thread.Id, last + 1), HistoryPage.Length, cancel);
        return new([.. rows.Select(row => StateJson.Read<ThreadEvent>(row.Body))], first, last);
    }

    /// <summary>Up to which event a click wants to see it; null for the newest.</summary>
    public static int? Until(Clicked click) =>
        int.TryParse(click.Data.GetValueOrDefault(Verbs.Until), CultureInfo.InvariantCulture, out var until) ? until : null;
}
