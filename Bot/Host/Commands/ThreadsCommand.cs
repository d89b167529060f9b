using System.CommandLine;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Outbox;
using BridgeBot.Host.Privacy;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Commands;

/// <summary><c>threads</c>: what an operator does with requests. Safe beside running bots, which carry it out.</summary>
internal sealed class ThreadsCommand(IStore store, TextWriter output, TextWriter errors, TimeProvider clock)
{
    public static Command Create() => StoreCommand.Group(
        "threads",
        "What becomes of the requests of somebody who leaves. Safe beside running bots.",
        StoreCommand.Create("hand-over", "Hands all requests of one rep to a colleague; run again, it goes on.", "FROM TO", async (storage, words, cancel) =>
        {
            var store = storage.OpenExisting(alone: false);
            await using (store as IAsyncDisposable)
            {
                var (from, to) = (words.Split(' ')[0], words.Split(' ')[1]);
                return await new ThreadsCommand(store, Console.Out, Console.Error, TimeProvider.System).HandOverAsync(from, to, cancel);
            }
        }));

    /// <summary>Hands all requests of one rep to a colleague.</summary>
    /// <param name="from">The rep's aadObjectId.</param>
    /// <param name="to">The colleague's; they must have written to the bot before, or nobody could tell them what happens.</param>
    /// <param name="cancel">Stops; run again, it goes on.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> HandOverAsync(string from, string to, CancellationToken cancel)
    {
        if (from.Equals(to, StringComparison.OrdinalIgnoreCase))
        {
            return await FailAsync("That is the same person twice.");
        }

        var census = await Census.TakeAsync(store, cancel);
        var (rep, colleague) = (await census.FindAsync(from, cancel), await census.FindAsync(to, cancel));
        if (rep is null or { Own.Count: 0 })
        {
            return await FailAsync($"Nothing is stored of {TerminalText.Shown(from, 60)}: they have no requests.");
        }

        var count = 0;
        foreach (var own in rep.Own)
        {
            if (colleague?.Own.FirstOrDefault(known => known.TenantId == own.TenantId && known.Chat is not null && known != own) is not { } home)
            {
                return await FailAsync($"{TerminalText.Shown(to, 60)} has to write to BridgeBot once before: only then it knows where to reach them.");
            }

            var threads = await RequesterRows.ThreadsAsync(store, own.RequesterId, cancel).ToListAsync(cancel);
            if (threads.Count > 0)
            {
                var all = new PassAllOn(own.RequesterId, home.RequesterId, null, Origin.CommandLine);
                await LateOrders.AppendAsync(store, clock, own.Partition, [all], cancel);
            }

            foreach (var row in threads)
            {
                var thread = StateJson.Read<RequestThread>(row.Body);
                await output.WriteLineAsync($"{thread.Reference}  {TerminalText.Shown(thread.Request.Title, 60)}");
            }

            count += threads.Count;
        }

        if (count == 0)
        {
            return await FailAsync("They have no requests.");
        }

        await output.WriteLineAsync("A running bot hands these over within half a minute, or the next one that starts.");
        return 0;
    }

    private async Task<int> FailAsync(string why)
    {
        await errors.WriteLineAsync(why);
        return OutboxCommand.NothingDone;
    }
}
