using Microsoft.Data.Sqlite;

namespace BridgeBot.Host.Storage;

/// <summary>The database file: how it is opened, and what must be in it.</summary>
internal static class SqliteFile
{
    /// <summary>The schema's version, in the file's <c>user_version</c>. Count up with every change to <see cref="Schema"/>, and
    /// bring older files along.</summary>
    public const int Version = 1;

    /// <summary>"BrBt": tells our file from another program's
    /// (<see href="https://www.sqlite.org/pragma.html#pragma_application_id"/>).</summary>
    public const int ApplicationId = 0x42724274;

    /// <summary>Bytes up to which a file is checked for damage at the start.</summary>
    private const long LargestChecked = 256L << 20;

    // BINARY, the default collation, is the ordinal order. The counter outlives deleted rows, so that no ETag comes back.
    private static readonly string Schema = $"""
        CREATE TABLE rows (
            partition TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, etag INTEGER NOT NULL,
            PRIMARY KEY (partition, key)) STRICT, WITHOUT ROWID;
        CREATE TABLE counter (etag INTEGER NOT NULL) STRICT;
        INSERT INTO counter VALUES (0);
        PRAGMA application_id = {ApplicationId};
        PRAGMA user_version = {Version};
        """;

    /// <summary>Opens a connection. Not pooled by the library: closing the store must let go of the file.</summary>
    public static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 5, // seconds of waiting for somebody else's lock, such as a backup's
        }.ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>Opens the one connection that writes; makes the file and its tables where there are none.</summary>
    /// <exception cref="StoreStartException">It is not ours, or was written by a newer version.</exception>
    /// <exception cref="SqliteException">It cannot be opened, read or written.</exception>
    public static SqliteConnection OpenForWriting(string path)
    {
        var connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            var isNew = IsNew(connection, path);
            MakeDurable(connection, path);
            // Also where there is nothing to make: a file that is read-only shows it here, not at the first commit.
            Execute(connection, $"BEGIN IMMEDIATE; {(isNew ? Schema : "")} COMMIT;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Writes the whole file anew and empties the log.</summary>
    /// <exception cref="StoreUnavailableException">It could not be, since it is in use.</exception>
    public static void Overwrite(string path)
    {
        try
        {
            using var connection = Connect(path, SqliteOpenMode.ReadWrite);

            // The checkpoint waits for readers by SQLite's own means only: https://www.sqlite.org/pragma.html#pragma_wal_checkpoint
            Execute(connection, "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; VACUUM;");
            if (Ask<long>(connection, "PRAGMA wal_checkpoint(TRUNCATE)") == 0) return;
            throw new SqliteException("the log is in use", SQLitePCL.raw.SQLITE_BUSY);
        }
        catch (SqliteException fault)
        {
            var advice = fault.SqliteErrorCode == SQLitePCL.raw.SQLITE_FULL
                ? $"The disk of {path} (Storage:Path) needs room for the file once more. Make room, and run it again."
                : "Run it again.";
            throw new StoreUnavailableException(
                $"The database file could not be written anew, so that old pages of it may hold what was erased: {fault.Message} {advice}", fault);
        }
    }

    // Looks only: a file that we refuse must stay as it was.
    private static bool IsNew(SqliteConnection connection, string path)
    {
        var application = Ask<long>(connection, "PRAGMA application_id");
        var version = Ask<long>(connection, "PRAGMA user_version");
        if (application == 0 && version == 0 && Ask<long>(connection, "SELECT count(*) FROM sqlite_schema") == 0) return true;
        if (application != ApplicationId)
        {
            throw new StoreStartException(path, "this is another program's database. Name another file.");
        }

        if (version > Version)
        {
            throw new StoreStartException(
                path, $"a newer BridgeBot wrote it (version {version}, not {Version}). Install that one, or name another file.");
        }

        // A damaged page would otherwise show itself in the middle of somebody's turn. It reads the whole file, 0.3 s for 400 MB, so
        // that a large one is not read: a start must not take minutes.
        if (new FileInfo(path).Length <= LargestChecked && Ask<string>(connection, "PRAGMA quick_check(1)") is var health and not "ok")
        {
            throw new SqliteException(health, SQLitePCL.raw.SQLITE_CORRUPT);
        }

        return false;
    }

    // https://www.sqlite.org/wal.html and https://www.sqlite.org/pragma.html#pragma_synchronous: FULL, or a power cut takes the
    // last commits along. Raw words are private, so secure_delete overwrites with zeros what is deleted, and with
    // journal_size_limit 0 the log is cut whenever it starts over.
    private static void MakeDurable(SqliteConnection connection, string path)
    {
        if (Ask<string>(connection, "PRAGMA journal_mode = WAL") != "wal")
        {
            throw new StoreStartException(
                path, "SQLite's write-ahead log does not work on this file system. Name a file on a local disk.");
        }

        Execute(connection, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 0;");
    }

    private static T Ask<T>(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
