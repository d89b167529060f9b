using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace BridgeBot.Host.Storage;

/// <summary>
/// The embedded store: one SQLite file, one thread that writes, any number of connections that read. A commit is on disk before
/// its caller goes on (WAL, synchronous FULL).
/// <para>
/// What is deleted is overwritten, but old pages stay in the log beside the file until it starts over: after some 1000 pages
/// of 4 KiB, and on closing (<see href="https://www.sqlite.org/wal.html#ckpt"/>).
/// </para>
/// </summary>
public sealed class SqliteStore : IStore, IAsyncDisposable
{
    private readonly string _path;
    private readonly FileStream? _hostLock;
    private readonly SqliteWriter _writer;
    private readonly ConcurrentBag<SqliteReader> _idle = [];
    private volatile bool _disposed;

    private SqliteStore(string path, FileStream? hostLock, SqliteBatch batch) =>
        (_path, _hostLock, _writer) = (path, hostLock, new SqliteWriter(batch));

    /// <inheritdoc/>
    public bool IsExclusive => _hostLock is not null;

    /// <summary>Opens the file, or makes it. It stays this host's own until the store is disposed or the process ends.</summary>
    /// <param name="path">What <c>Storage:Path</c> says.</param>
    /// <exception cref="StoreStartException">It cannot be used; the message says why and what to do.</exception>
    public static SqliteStore Open(string path)
    {
        var file = Checked(path);
        return Open(file, Lock(file));
    }

    /// <summary>Opens a file that is there.</summary>
    /// <param name="path">What <c>Storage:Path</c> says.</param>
    /// <param name="alone">Whether no host may use it meanwhile; false for a command that goes well beside one.</param>
    /// <exception cref="StoreStartException">It cannot be used; the message says why and what to do.</exception>
    public static SqliteStore OpenExisting(string path, bool alone)
    {
        var file = Checked(path);
        return File.Exists(file)
            ? Open(file, alone ? Lock(file) : null)
            : throw new StoreStartException(file, "there is no such file. Name the one that the bot keeps its data in.");
    }

    private static SqliteStore Open(string file, FileStream? hostLock)
    {
        try
        {
            return new SqliteStore(file, hostLock, new SqliteBatch(SqliteFile.OpenForWriting(file)));
        }
        catch (Exception fault)
        {
            hostLock?.Dispose();
            if (fault is SqliteException said) throw StoreStartException.From(file, said);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<Row?> ReadAsync(string partition, string key, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(
            StoreLimits.IsKey(partition) && StoreLimits.IsKey(key) ? Read(reader => reader.Read(partition, key)) : null);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, int limit, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(
            StoreLimits.IsKey(partition) ? Read(reader => reader.Range(partition, from, to, limit)) : []);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string key, int limit, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(Read(reader => reader.Scan(partition, key, limit)));
    }

    /// <inheritdoc/>
    public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<Write> writes, CancellationToken cancel)
    {
        StoreLimits.Check(partition, writes);
        return _writer.CommitAsync(new CommitRequest(partition, [.. writes]), cancel);
    }

    /// <summary>
    /// Leaves nothing in the file and its log of what was deleted or changed. <c>secure_delete</c> alone does not: where SQLite moves
    /// rows from page to page, copies stay in the pages' unused parts until the file is written anew
    /// (<see href="https://www.sqlite.org/lang_vacuum.html"/>). Commits of others wait meanwhile, and fail after five seconds.
    /// </summary>
    /// <exception cref="StoreUnavailableException">Somebody reads or writes all the time; try again.</exception>
    public Task OverwriteAsync(CancellationToken cancel) => Task.Run(() => SqliteFile.Overwrite(_path), cancel);

    /// <summary>Writes what is queued, moves the log into the file and lets go of it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        CloseIdle();
        await _writer.DisposeAsync();
        if (_hostLock is not null) await _hostLock.DisposeAsync();
    }

    // Reads run on the caller's thread: SQLite has no asynchronous I/O and the library's async methods block
    // (https://learn.microsoft.com/dotnet/standard/data/sqlite/async), and a read takes microseconds.
    private T Read<T>(Func<SqliteReader, T> read)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        SqliteReader? reader = null;
        try
        {
            reader = _idle.TryTake(out var idle) ? idle : new SqliteReader(_path);
            var result = read(reader);
            _idle.Add(reader);
            if (_disposed) CloseIdle();
            return result;
        }
        catch (SqliteException fault)
        {
            reader?.Dispose();
            throw new StoreUnavailableException($"The database could not be read: {fault.Message}", fault);
        }
    }

    private void CloseIdle()
    {
        while (_idle.TryTake(out var reader)) reader.Dispose();
    }

    private static string Checked(string path)
    {
        if (string.IsNullOrWhiteSpace(path)) throw new StoreStartException(path, "name the file that the bot keeps its data in.");
        var file = Path.GetFullPath(path);
        if (Directory.Exists(file)) throw new StoreStartException(file, "this is a folder. Name a file in it.");
        return Directory.Exists(Path.GetDirectoryName(file))
            ? file
            : throw new StoreStartException(file, "there is no such folder. Create it, or name another file.");
    }

    // The system lets go of a file lock when the process ends, however it ends. The lock file stays: deleting it would let two
    // hosts lock two files of the same name.
    private static FileStream Lock(string file)
    {
        try
        {
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new StoreStartException(
                file, "its folder cannot be written to. Let this user write there, or name another file.", fault);
        }
        catch (IOException fault)
        {
            throw new StoreStartException(
                file, $"another BridgeBot seems to use it ({fault.Message}) Stop that one, or name another file.", fault);
        }
    }
}
