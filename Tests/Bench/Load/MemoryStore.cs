using BridgeBot.Host.Storage;

namespace BridgeBot.Bench.Load;

/// <summary>
/// A store without a disk, to measure all that is not the store. It forgets the oldest signs of what was seen (they would be kept
/// for 7 days), or the memory of a long run would be those alone.
/// </summary>
internal sealed class MemoryStore : IStore
{
    private const int SeenKept = 2;
    private const string SeenFrom = "seen|";

    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Partition> _partitions = new(StringComparer.Ordinal);

    public bool IsExclusive => true;

    public Task<Row?> ReadAsync(string partition, string key, CancellationToken cancel) =>
        Task.FromResult(_partitions.TryGetValue(partition, out var rows) ? rows.Read(key) : null);

    public Task<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, int limit, CancellationToken cancel) =>
        Task.FromResult(_partitions.TryGetValue(partition, out var rows) ? rows.Range(from, to, limit) : []);

    public Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string key, int limit, CancellationToken cancel) =>
        throw new NotSupportedException("no turn scans");

    public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<Write> writes, CancellationToken cancel) =>
        Task.FromResult(_partitions.GetOrAdd(partition, _ => new()).Commit(writes));

    private sealed class Partition
    {
        private readonly SortedList<string, Row> _rows = new(StringComparer.Ordinal);
        private readonly Queue<string> _seen = [];
        private long _version;

        public Row? Read(string key)
        {
            lock (_rows) return _rows.GetValueOrDefault(key);
        }

        public IReadOnlyList<Row> Range(string from, string to, int limit)
        {
            lock (_rows)
            {
                List<Row> found = [];
                for (var i = First(from); i < _rows.Count && found.Count < limit && string.CompareOrdinal(_rows.Keys[i], to) < 0; i++)
                {
                    found.Add(_rows.Values[i]);
                }

                return found;
            }
        }

        public CommitResult Commit(IReadOnlyList<Write> writes)
        {
            lock (_rows)
            {
                for (var i = 0; i < writes.Count; i++)
                {
                    if (!IsPossible(writes[i])) return new(i);
                }

                foreach (var write in writes) Carry(write);
                while (_seen.Count > SeenKept) _rows.Remove(_seen.Dequeue());
                return new(null);
            }
        }

        private bool IsPossible(Write write) => write switch
        {
            Insert => !_rows.ContainsKey(write.Key),
            Replace replace => _rows.GetValueOrDefault(write.Key)?.ETag == replace.ETag,
            Delete { ETag: { } etag } => _rows.GetValueOrDefault(write.Key)?.ETag == etag,
            _ => true,
        };

        private void Carry(Write write)
        {
            var body = write switch { Insert w => w.Body, Replace w => w.Body, Upsert w => w.Body, _ => null };
            if (body is null)
            {
                _rows.Remove(write.Key);
                return;
            }

            _rows[write.Key] = new(write.Key, body, $"{++_version}");
            if (write.Key.StartsWith(SeenFrom, StringComparison.Ordinal)) _seen.Enqueue(write.Key);
        }

        /// <summary>Where the first key is that is not before this one.</summary>
        private int First(string from)
        {
            var (low, high) = (0, _rows.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = string.CompareOrdinal(_rows.Keys[middle], from) < 0 ? (middle + 1, high) : (low, middle);
            }

            return low;
        }
    }
}
