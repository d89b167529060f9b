using BridgeBot.Cards;
using BridgeBot.Core.Lists;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;

namespace BridgeBot.Host.Turns;

/// <summary>Reads the lists of a channel: its open threads, or what the search's index leads to; never what is over beside it.</summary>
internal sealed class ChannelLists(IStore store)
{
    /// <summary>Reads a page and makes its card.</summary>
    /// <param name="tenant">The channel's tenant.</param>
    /// <param name="here">The channel.</param>
    /// <param name="list">Which list, and which page of it.</param>
    /// <param name="who">Who wants to see it.</param>
    /// <param name="today">What day it is for them.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<(ListPage Page, RenderedCard Card)> RenderAsync(
        TenantHead tenant, ConversationReference here, ListRequest list, Person who, DateOnly today, CancellationToken cancel)
    {
        var page = await ReadAsync(Keys.Channel(here.TenantId, here.ConversationId), list, who, today, cancel);
        return (page, ListCard.Render(list, page, who, today, tenant.PlaceOf(here)));
    }

    /// <summary>Reads a page.</summary>
    /// <param name="channel">The channel's partition.</param>
    /// <param name="list">Which list, and which page of it.</param>
    /// <param name="who">Who wants to see it.</param>
    /// <param name="today">What day it is for them.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<ListPage> ReadAsync(string channel, ListRequest list, Person who, DateOnly today, CancellationToken cancel)
    {
        if (list.Kind is ListKind.Find)
        {
            return await FindAsync(channel, list, cancel);
        }

        var open = store.AllAsync(channel, Keys.ListedOpenFrom, Keys.ListedOpenTo, cancel).Select(row => StateJson.Read<ListedThread>(row.Body));
        return OpenThreads.Page(await open.ToListAsync(cancel), list, who, today);
    }

    private async Task<ListPage> FindAsync(string channel, ListRequest list, CancellationToken cancel)
    {
        var words = SearchWords.OfSearch(list.Text);
        if (words.Count == 0)
        {
            return new([], null, null);
        }

        var found = await new ThreadSearch(store, channel).FindAsync(words, list.Trail is [.., var from] ? from : "", ListPage.Size, cancel);
        var threads = await Task.WhenAll(found.ThreadIds.Select(id => ListedRows.ReadAsync(store, channel, id, cancel)));
        return new([.. threads.OfType<ListedThread>()], null, found.Next) { IsCutShort = found.IsCutShort };
    }
}
