using System.Globalization;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace BridgeBot.Host.Storage;

/// <summary>Carries out several transactions as one of SQLite's, on the one connection that writes: a savepoint each, so that a
/// conflict undoes only its own, and one COMMIT (one fsync) for all.</summary>
internal sealed class SqliteBatch : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _prepared = [];
    private long _etag;

    public SqliteBatch(SqliteConnection connection) => _connection = connection;

    /// <summary>One result for each of <paramref name="requests"/>, durable on return.</summary>
    /// <exception cref="SqliteException">The store failed; nothing of the whole batch was written.</exception>
    public CommitResult[] Commit(IReadOnlyList<CommitRequest> requests)
    {
        Run("BEGIN IMMEDIATE");
        try
        {
            // Read anew each time: an operator's command may have written meanwhile.
            _etag = (long)Prepared("SELECT etag FROM counter").ExecuteScalar()!;
            var results = requests.Select(Apply).ToArray();
            if (results.Any(result => result.Committed)) Run("UPDATE counter SET etag = $1", _etag);
            Run("COMMIT");
            return results;
        }
        catch
        {
            // After some faults SQLite has rolled back already: https://www.sqlite.org/lang_transaction.html
            if (sqlite3_get_autocommit(_connection.Handle) == 0) Run("ROLLBACK");
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        _connection.Dispose();
    }

    private CommitResult Apply(CommitRequest request)
    {
        Run("SAVEPOINT request");
        int? conflict = null;
        for (var i = 0; i < request.Writes.Count && conflict is null; i++)
        {
            if (!Apply(request.Partition, request.Writes[i])) conflict = i;
        }

        if (conflict is not null) Run("ROLLBACK TO request");
        Run("RELEASE request");
        return new CommitResult(conflict);
    }

    private bool Apply(string partition, Write write) => write switch
    {
        Insert w => Run(
            "INSERT INTO rows VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING", partition, w.Key, w.Body, ++_etag) == 1,
        Replace w => Run(
            "UPDATE rows SET body = $3, etag = $4 WHERE partition = $1 AND key = $2 AND etag = $5",
            partition, w.Key, w.Body, ++_etag, Number(w.ETag)) == 1,
        Upsert w => Run(
            "INSERT INTO rows VALUES ($1, $2, $3, $4) ON CONFLICT DO UPDATE SET body = excluded.body, etag = excluded.etag",
            partition, w.Key, w.Body, ++_etag) == 1,
        Delete { ETag: null } w => Run("DELETE FROM rows WHERE partition = $1 AND key = $2", partition, w.Key) >= 0,
        Delete { ETag: { } etag } w => Run(
            "DELETE FROM rows WHERE partition = $1 AND key = $2 AND etag = $3", partition, w.Key, Number(etag)) == 1,
        _ => throw new InvalidOperationException($"no such write: {write.GetType()}"),
    };

    // 0 is nobody's: an ETag that is not ours is a conflict.
    private static long Number(string etag) =>
        long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private int Run(string sql, params object[] values)
    {
        var command = Prepared(sql);
        for (var i = 0; i < values.Length; i++)
        {
            if (command.Parameters.Count == i) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
            command.Parameters[i].Value = values[i];
        }

        return command.ExecuteNonQuery();
    }

    private SqliteCommand Prepared(string sql)
    {
        if (_prepared.TryGetValue(sql, out var known)) return known;
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return _prepared[sql] = command;
    }
}
