using BridgeBot.Host.Storage;

namespace BridgeBot.Bench.History;

/// <summary>
/// Fills an empty store quickly: what the bot's own writers write is gathered, and written in the order of the keys, many full transactions
/// at once. It reads nothing back, since nothing that is written was there before.
/// </summary>
internal sealed class FillingStore(IStore store) : IStore
{
    /// <summary>As many rows as a file takes in one go.</summary>
    private const int Burst = 64 * StoreLimits.WritesInTransaction;

    private readonly Dictionary<string, List<Write>> _gathered = [];
    private Task _burst = Task.CompletedTask;
    private int _count;

    /// <summary>How many rows were written, or are about to be.</summary>
    public long Rows { get; private set; }

    public bool IsExclusive => store.IsExclusive;

    public Task<Row?> ReadAsync(string partition, string key, CancellationToken cancel) => Task.FromResult<Row?>(null);

    public Task<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Row>>([]);

    public Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string key, int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<StoredRow>>([]);

    public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<Write> writes, CancellationToken cancel)
    {
        if (!_gathered.TryGetValue(partition, out var gathered))
        {
            _gathered[partition] = gathered = [];
        }

        List<Write> rows = [.. writes.Where(write => write is not Delete)];
        gathered.AddRange(rows);
        (_count, Rows) = (_count + rows.Count, Rows + rows.Count);
        if (_count >= Burst) await BurstAsync(cancel);
        return new(null);
    }

    /// <summary>Writes what is left, and waits for all of it.</summary>
    public async Task EndAsync(CancellationToken cancel)
    {
        await BurstAsync(cancel);
        await _burst;
    }

    private async Task BurstAsync(CancellationToken cancel)
    {
        await _burst;
        List<(string Partition, Write[] Writes)> full =
        [
            .. from each in _gathered
               from writes in each.Value.OrderBy(write => write.Key, StringComparer.Ordinal).Chunk(StoreLimits.WritesInTransaction)
               select (each.Key, writes),
        ];
        _gathered.Clear();
        _count = 0;
        _burst = Task.WhenAll(full.Select(async transaction =>
        {
            var written = await store.CommitAsync(transaction.Partition, transaction.Writes, cancel);
            if (!written.Committed) throw new InvalidOperationException($"{transaction.Writes[written.ConflictAt!.Value].Key} was there before");
        }));
    }
}
