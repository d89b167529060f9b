using Azure;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace BridgeBot.Host.Storage;

/// <summary>
/// Azure Table Storage: one table for everything (<see cref="TableRows"/> says how a row is written), a transaction is an entity
/// group transaction. Any number of hosts may use one table at once.
/// </summary>
/// <remarks>
/// The client tries again by itself. Where the answer to the first try was lost, the second finds what the first has written, and
/// that is told from a conflict by the mark of the transaction; but not where it only deletes, or where somebody wrote the marked row
/// meanwhile. Where waiting ended, a commit may still come to pass.
/// </remarks>
public sealed class TableStore : IStore
{
    /// <summary>How long an operation of a turn takes at most, with all tries: a turn has 8 s for two of them.</summary>
    private static readonly TimeSpan OfATurn = TimeSpan.FromSeconds(3.5);

    /// <summary>The same for an operation of a command.</summary>
    private static readonly TimeSpan OfACommand = TimeSpan.FromMinutes(5);

    /// <summary>Rows in one answer of the service, at most.</summary>
    private const int Page = 1000;

    /// <summary>No row has it: the service's oldest instant is later.</summary>
    private static readonly ETag Nobodys = new("W/\"datetime'1601-01-01T00%3A00%3A00Z'\"");

    private readonly TableClient _table;
    private readonly TimeSpan _patience;

    private TableStore(TableClient table, TimeSpan patience) => (_table, _patience) = (table, patience);

    /// <inheritdoc/>
    public bool IsExclusive => false;

    /// <summary>Opens the table, or makes it.</summary>
    /// <param name="options">The section <c>Storage</c> of the settings.</param>
    /// <exception cref="StoreStartException">It cannot be used; the message says why and what to do.</exception>
    public static TableStore Open(StorageOptions options) => Open(options, []);

    /// <summary>Opens a table that is there, for a command: it waits longer than a person would.</summary>
    /// <param name="options">The section <c>Storage</c> of the settings.</param>
    /// <exception cref="StoreStartException">It cannot be used; the message says why and what to do.</exception>
    public static TableStore OpenExisting(StorageOptions options) => Open(TableAccount.Patient(options), makes: false, OfACommand);

    /// <summary>Opens the table, or makes it, for a command.</summary>
    /// <param name="options">The section <c>Storage</c> of the settings.</param>
    /// <exception cref="StoreStartException">It cannot be used; the message says why and what to do.</exception>
    public static TableStore OpenPatiently(StorageOptions options) => Open(TableAccount.Patient(options), makes: true, OfACommand);

    /// <summary>Opens the table, with policies that see every request.</summary>
    internal static TableStore Open(StorageOptions options, params ReadOnlySpan<HttpPipelinePolicy> policies) =>
        Open(TableAccount.Of(options, policies), makes: true, OfATurn);

    private static TableStore Open(TableAccount account, bool makes, TimeSpan patience)
    {
        TableStart.Check(account, makes);
        return new TableStore(account.Client, patience);
    }

    /// <inheritdoc/>
    public async Task<Row?> ReadAsync(string partition, string key, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (!StoreLimits.IsKey(partition) || !StoreLimits.IsKey(key)) return null;
        return await InTimeAsync(
            "read",
            async inTime =>
            {
                try
                {
                    return TableRows.Read(await _table.GetEntityAsync<TableEntity>(partition, key, cancellationToken: inTime));
                }
                catch (RequestFailedException fault) when (TableFaults.IsMissingRow(fault))
                {
                    return null;
                }
            },
            cancel);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, int limit, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        cancel.ThrowIfCancellationRequested();
        if (!StoreLimits.IsKey(partition) || string.CompareOrdinal(from, to) >= 0) return [];
        var filter = TableBounds.Filter(partition, from, to);
        return await InTimeAsync<IReadOnlyList<Row>>(
            "read",
            async inTime =>
            {
                List<Row> rows = [];
                // An answer may hold fewer rows than asked for, or none, and still not be the last: the client goes on.
                await foreach (var entity in _table.QueryAsync<TableEntity>(filter, Math.Min(limit, Page), cancellationToken: inTime))
                {
                    rows.Add(TableRows.Read(entity));
                    if (rows.Count == limit) break;
                }

                return rows;
            },
            cancel);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Answers are sorted by partition and key
    /// (<see href="https://learn.microsoft.com/azure/storage/tables/table-storage-design-guide#implications-for-query-results"/>).
    /// Two questions, since one with an "or" reads the table from its beginning.
    /// </remarks>
    public async Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string key, int limit, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        cancel.ThrowIfCancellationRequested();
        return await PageAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {key}"), limit, cancel) is { Count: > 0 } rest
            ? rest
            : await PageAsync(TableClient.CreateQueryFilter($"PartitionKey gt {partition}"), limit, cancel);
    }

    /// <summary>The first answer that holds rows of the bot's; an answer may hold none and still not be the last.</summary>
    private Task<IReadOnlyList<StoredRow>> PageAsync(string filter, int limit, CancellationToken cancel) =>
        InTimeAsync<IReadOnlyList<StoredRow>>(
            "read",
            async inTime =>
            {
                await foreach (var page in _table.QueryAsync<TableEntity>(filter, Math.Min(limit, Page), cancellationToken: inTime).AsPages())
                {
                    var rows = page.Values.Where(entity => entity.PartitionKey != TableRows.VersionPartition).ToList();
                    if (rows.Count > 0) return [.. rows.Select(Stored)];
                }

                return [];
            },
            cancel);

    private static StoredRow Stored(TableEntity entity)
    {
        var row = TableRows.Read(entity);
        return new(entity.PartitionKey, row.Key, row.Body, row.ETag);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Table Storage refuses a transaction that deletes a row that is not there, whatever its ETag. Such a deletion is left out
    /// and the rest tried again: a row that somebody inserts in between stays. Where that matters, another write of the
    /// transaction is to guard it by its ETag, as a partition's head does.
    /// </remarks>
    public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<Write> writes, CancellationToken cancel)
    {
        StoreLimits.Check(partition, writes);
        cancel.ThrowIfCancellationRequested();
        return await InTimeAsync(
            "written",
            async inTime =>
            {
                var left = Enumerable.Range(0, writes.Count).ToList();
                while (left.Count > 0)
                {
                    var failed = await TryAsync(partition, [.. left.Select(i => writes[i])], inTime);
                    if (failed is null) break;
                    if (!failed.Value.IsMissing || writes[left[failed.Value.At]] is not Delete { ETag: null })
                    {
                        return new CommitResult(left[failed.Value.At]);
                    }

                    left.RemoveAt(failed.Value.At);
                }

                return new CommitResult(null);
            },
            cancel);
    }

    /// <summary>Null if all was written.</summary>
    private async Task<(int At, bool IsMissing)?> TryAsync(string partition, IReadOnlyList<Write> writes, CancellationToken cancel)
    {
        // A new row is the least likely to be written by somebody else meanwhile.
        var marked = writes.FirstOrDefault(write => write is Insert) ?? writes.FirstOrDefault(write => write is not Delete);
        var mark = Guid.NewGuid().ToString("N");
        using var operation = TableTries.Begin();
        try
        {
            await _table.SubmitTransactionAsync(writes.Select(write => Action(partition, write, ReferenceEquals(write, marked) ? mark : null)), cancel);
            return null;
        }
        catch (TableTransactionFailedException fault) when (TableFaults.ConflictAt(fault) is { } at)
        {
            return operation.WasRepeated && marked is not null && await MarkAsync(partition, marked.Key, cancel) == mark
                ? null
                : (at, TableFaults.IsMissingRow(fault));
        }
    }

    private async Task<string?> MarkAsync(string partition, string key, CancellationToken cancel)
    {
        var entity = await _table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancel);
        return entity.HasValue ? TableRows.MarkOf(entity.Value!) : null;
    }

    private static TableTransactionAction Action(string partition, Write write, string? mark) => write switch
    {
        Insert w => new(TableTransactionActionType.Add, TableRows.Write(partition, w.Key, w.Body, mark)),
        Replace w => new(TableTransactionActionType.UpdateReplace, TableRows.Write(partition, w.Key, w.Body, mark), Known(w.ETag)),
        Upsert w => new(TableTransactionActionType.UpsertReplace, TableRows.Write(partition, w.Key, w.Body, mark)),
        Delete w => new(
            TableTransactionActionType.Delete, new TableEntity(partition, w.Key), w.ETag is { } etag ? Known(etag) : ETag.All),
        _ => throw new InvalidOperationException($"no such write: {write.GetType()}"),
    };

    // The service refuses what has not the form of its ETags, and "*" would match any row.
    private static ETag Known(string etag) => etag.StartsWith("W/\"datetime'", StringComparison.Ordinal) ? new(etag) : Nobodys;

    private async Task<T> InTimeAsync<T>(string done, Func<CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        inTime.CancelAfter(_patience);
        try
        {
            return await work(inTime.Token);
        }
        catch (Exception fault) when (
            TableFaults.IsOutside(fault) || (fault is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            cancel.ThrowIfCancellationRequested();
            throw new StoreUnavailableException($"The table could not be {done}: {TableFaults.InWords(fault)}", fault);
        }
    }
}
