namespace BridgeBot.Host.Storage;

/// <summary>
/// The one seam to the store, shaped like Azure Table Storage so that both stores behave the same: rows in partitions,
/// ordered by key (ordinal), an ETag a row, and one transaction over rows of one partition.
/// <para>
/// Keys and partitions are printable ASCII without <c>/ \ # ?</c> (<see cref="StoreLimits.IsKey"/>): put an id that came from
/// outside through a hash before it becomes part of one. Reading what cannot be a key finds nothing; writing it throws.
/// </para>
/// </summary>
/// <remarks>Every method throws <see cref="StoreUnavailableException"/> when the store cannot be read or written now.</remarks>
public interface IStore
{
    /// <summary>Whether no other host uses it as long as this one does: what an earlier host had in hand is then in nobody's.</summary>
    bool IsExclusive { get; }

    /// <summary>Reads one row; null if it is not there.</summary>
    Task<Row?> ReadAsync(string partition, string key, CancellationToken cancel);

    /// <summary>Reads the rows with <paramref name="from"/> &lt;= key &lt; <paramref name="to"/>, in ordinal order of the
    /// key.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="from">The first key, included; any string.</param>
    /// <param name="to">The key before which to stop; any string.</param>
    /// <param name="limit">At most so many rows, at least 1. To go on, start at the last key + <c>"\0"</c>.</param>
    /// <param name="cancel">Stops waiting.</param>
    Task<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, int limit, CancellationToken cancel);

    /// <summary>Reads on through everything that is stored, in ordinal order of the partition and then of the key. Rows that are
    /// written meanwhile may be left out.</summary>
    /// <param name="partition">The partition of the last row that was read; empty to begin.</param>
    /// <param name="key">Its key; empty to begin. It need not be there any more.</param>
    /// <param name="limit">At most so many rows, at least 1; a page of large rows has fewer.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The next rows; none at the end only.</returns>
    Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string key, int limit, CancellationToken cancel);

    /// <summary>Carries out all of the writes or none of them, durably.</summary>
    /// <exception cref="StoreLimitException">The transaction is larger than the store takes; nothing was sent.</exception>
    /// <exception cref="StoreUnavailableException">The store failed. Nothing is half-done; where the fault came after the
    /// writes were sent, whether they were done is known only by reading again.</exception>
    /// <exception cref="OperationCanceledException">Waiting ended. A remote store may still carry the writes out, so read again
    /// before repeating them; <see cref="SqliteStore"/> never does: cancelled means not written.</exception>
    Task<CommitResult> CommitAsync(string partition, IReadOnlyList<Write> writes, CancellationToken cancel);
}

/// <summary>A row as it was read.</summary>
/// <param name="Key">Its key within the partition.</param>
/// <param name="Body">Its content, a JSON document.</param>
/// <param name="ETag">Changes with every write, and never comes back for the same key, not even after a deletion.</param>
public sealed record Row(string Key, string Body, string ETag);

/// <summary>A row as it was read, and where.</summary>
/// <param name="Partition">Its partition.</param>
/// <param name="Key">Its key within the partition.</param>
/// <param name="Body">Its content, a JSON document.</param>
/// <param name="ETag">As that of a <see cref="Row"/>.</param>
public sealed record StoredRow(string Partition, string Key, string Body, string ETag);

/// <summary>One write of a transaction. A key may stand in a transaction once.</summary>
/// <param name="Key">The row's key.</param>
public abstract record Write(string Key);

/// <summary>A new row; a conflict if the key is taken.</summary>
public sealed record Insert(string Key, string Body) : Write(Key);

/// <summary>A row that was read; a conflict if it was changed or deleted since.</summary>
public sealed record Replace(string Key, string Body, string ETag) : Write(Key);

/// <summary>A row, whether it is there or not.</summary>
public sealed record Upsert(string Key, string Body) : Write(Key);

/// <summary>No row any more. With an ETag: a conflict if it was changed or deleted since. Without: never a conflict.</summary>
public sealed record Delete(string Key, string? ETag = null) : Write(Key);

/// <summary>What came of a transaction.</summary>
/// <param name="ConflictAt">Index of the first write that could not be done; null if all were.</param>
public readonly record struct CommitResult(int? ConflictAt)
{
    /// <summary>Everything was written.</summary>
    public bool Committed => ConflictAt is null;
}

/// <summary>A transaction that no store takes.</summary>
public sealed class StoreLimitException(string message) : Exception(message);

/// <summary>The store cannot be read or written now: disk full, an I/O error, no connection. Worth another try later.</summary>
public sealed class StoreUnavailableException(string message, Exception inner) : Exception(message, inner);
