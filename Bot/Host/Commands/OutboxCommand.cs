using System.CommandLine;
using BridgeBot.Host.Outbox;
using BridgeBot.Host.Storage;

namespace BridgeBot.Host.Commands;

/// <summary><c>outbox</c>: what was not delivered, and what an operator does with it. Safe beside running bots.</summary>
internal sealed class OutboxCommand(IStore store, TextWriter output, TextWriter errors, TimeProvider clock)
{
    /// <summary>The exit code where nothing has the id, or nothing was done with it.</summary>
    public const int NothingDone = 1;

    private const string All = "all";

    private readonly DeadLetters _dead = new(store, clock);

    public static Command Create() => StoreCommand.Group(
        "outbox",
        "What could not be delivered. Safe beside running bots.",
        StoreCommand.Create("list", "Lists the dead letters, and what is on its way.", null, (storage, _, cancel) =>
            RunAsync(storage, outbox => outbox.ListAsync(cancel))),
        StoreCommand.Create("replay", "Sends a dead letter anew, or all of them (replay all).", "ID", (storage, id, cancel) =>
            RunAsync(storage, outbox => id == All ? outbox.ReplayAllAsync(cancel) : outbox.ReplayAsync(id, cancel))),
        StoreCommand.Create("drop", "Removes a dead letter.", "ID", (storage, id, cancel) =>
            RunAsync(storage, outbox => outbox.DropAsync(id, cancel))));

    /// <summary>Prints the dead letters and what is on its way.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ListAsync(CancellationToken cancel)
    {
        var letters = await Letters.AllAsync(store, cancel).ToListAsync(cancel);
        string[] lines =
        [
            .. OutboxTable.Dead([.. letters.Where(letter => letter.IsDead)]),
            "",
            .. OutboxTable.OnTheirWay([.. letters.Where(letter => !letter.IsDead)], clock.GetUtcNow()),
        ];
        foreach (var line in lines)
        {
            await output.WriteLineAsync(line);
        }

        return 0;
    }

    /// <summary>Sends a dead letter anew.</summary>
    /// <param name="id">Its id, or how that begins.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> ReplayAsync(string id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } letter)
        {
            return NothingDone;
        }

        if (!letter.CanBeReplayed)
        {
            return await FailAsync(letter.Row is null
                ? $"{Named(letter)} cannot be read: it is damaged, or a newer BridgeBot wrote it. It can only be dropped."
                : $"{Named(letter)} cannot be sent any more: its words were removed to keep them private. It can only be dropped.");
        }

        if (!await _dead.ReplayAsync(letter, cancel))
        {
            return await FailAsync($"{Named(letter)} is not there any more: somebody replayed or dropped it just now.");
        }

        await output.WriteLineAsync($"{Named(letter)} is on its way again; a running bot takes it up within half a minute.");
        return 0;
    }

    /// <summary>Sends all dead letters anew that can be sent.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ReplayAllAsync(CancellationToken cancel)
    {
        var dead = await DeadAsync(cancel);
        var (replayed, left) = (0, dead.Count(letter => !letter.CanBeReplayed));

        // The oldest first, since each becomes the last of its lane.
        foreach (var letter in dead.Where(letter => letter.CanBeReplayed).OrderBy(letter => letter.Row!.Number))
        {
            replayed += await _dead.ReplayAsync(letter, cancel) ? 1 : 0;
        }

        await output.WriteLineAsync($"{replayed} of {dead.Count} dead letters are on their way again; running bots take them up within half a minute.");
        if (left > 0)
        {
            await output.WriteLineAsync($"{left} can only be dropped; outbox list shows them.");
        }

        return 0;
    }

    /// <summary>Removes a dead letter.</summary>
    /// <param name="id">Its id, or how that begins.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> DropAsync(string id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } letter)
        {
            return NothingDone;
        }

        if (!await _dead.DropAsync(letter, cancel))
        {
            return await FailAsync($"{Named(letter)} is not there any more: somebody replayed or dropped it just now.");
        }

        await output.WriteLineAsync($"{Named(letter)} is removed.");
        return 0;
    }

    private static async Task<int> RunAsync(StorageOptions storage, Func<OutboxCommand, Task<int>> run)
    {
        var store = storage.OpenExisting(alone: false);
        await using (store as IAsyncDisposable)
        {
            return await run(new(store, Console.Out, Console.Error, TimeProvider.System));
        }
    }

    private static string Named(Letter letter) => $"{letter.Id[..OutboxTable.IdLength]} ({letter.Kind})";

    /// <summary>The one dead letter with that id; null, and said, if there is none or more than one.</summary>
    private async Task<Letter?> FindAsync(string id, CancellationToken cancel)
    {
        var found = (await DeadAsync(cancel)).Where(letter => id.Length > 0 && letter.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found is [var one])
        {
            return one;
        }

        await FailAsync(found.Count == 0
            ? $"There is no dead letter {id}; outbox list shows those that there are."
            : $"{found.Count} dead letters begin with {id}: {string.Join(", ", found.Select(letter => letter.Id))}.");
        return null;
    }

    private async Task<IReadOnlyList<Letter>> DeadAsync(CancellationToken cancel) =>
        await Letters.AllAsync(store, cancel).Where(letter => letter.IsDead).ToListAsync(cancel);

    private async Task<int> FailAsync(string why)
    {
        await errors.WriteLineAsync(why);
        return NothingDone;
    }
}
