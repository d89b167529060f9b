using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BridgeBot.Host.Storage;

/// <summary>A connection that reads, with its statements prepared. For one thread at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    // Characters of a page of a scan, so that large rows do not fill the memory: Table Storage's answers have 4 MiB.
    private const int PageLength = 2 * 1024 * 1024;

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _one;
    private readonly SqliteCommand _range;
    private readonly SqliteCommand _scan;

    public SqliteReader(string path)
    {
        _connection = SqliteFile.Connect(path, SqliteOpenMode.ReadOnly);
        _one = Prepare("SELECT key, body, etag FROM rows WHERE partition = $1 AND key = $2", 2);
        _range = Prepare(
            "SELECT key, body, etag FROM rows WHERE partition = $1 AND key >= $2 AND key < $3 ORDER BY key LIMIT $4", 4);
        _scan = Prepare(
            "SELECT key, body, etag, partition FROM rows WHERE (partition, key) > ($1, $2) ORDER BY partition, key LIMIT $3", 3);
    }

    public Row? Read(string partition, string key) => Rows(_one, partition, key) is [var row] ? row : null;

    public IReadOnlyList<Row> Range(string partition, string from, string to, int limit) =>
        Rows(_range, partition, from, to, limit);

    public IReadOnlyList<StoredRow> Scan(string partition, string key, int limit)
    {
        using var reader = Execute(_scan, partition, key, limit);
        var rows = new List<StoredRow>();
        for (var length = 0; length < PageLength && reader.Read(); length += rows[^1].Body.Length)
        {
            var row = Read(reader);
            rows.Add(new StoredRow(reader.GetString(3), row.Key, row.Body, row.ETag));
        }

        return rows;
    }

    public void Dispose()
    {
        _one.Dispose();
        _range.Dispose();
        _scan.Dispose();
        _connection.Dispose();
    }

    private static List<Row> Rows(SqliteCommand command, params object[] values)
    {
        using var reader = Execute(command, values);
        var rows = new List<Row>();
        while (reader.Read()) rows.Add(Read(reader));
        return rows;
    }

    private static Row Read(SqliteDataReader reader) =>
        new(reader.GetString(0), reader.GetString(1), reader.GetInt64(2).ToString(CultureInfo.InvariantCulture));

    private static SqliteDataReader Execute(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        return command.ExecuteReader();
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        return command;
    }
}
