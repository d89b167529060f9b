using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BridgeBot.Host.Storage;

/// <summary>A connection that reads, with its statements prepared. For one thread at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _one;
    private readonly SqliteCommand _range;

    public SqliteReader(string path)
    {
        _connection = SqliteFile.Connect(path, SqliteOpenMode.ReadOnly);
        _one = Prepare("SELECT key, body, etag FROM rows WHERE partition = $1 AND key = $2", 2);
        _range = Prepare(
            "SELECT key, body, etag FROM rows WHERE partition = $1 AND key >= $2 AND key < $3 ORDER BY key LIMIT $4", 4);
    }

    public Row? Read(string partition, string key) => Rows(_one, partition, key) is [var row] ? row : null;

    public IReadOnlyList<Row> Range(string partition, string from, string to, int limit) =>
        Rows(_range, partition, from, to, limit);

    public void Dispose()
    {
        _one.Dispose();
        _range.Dispose();
        _connection.Dispose();
    }

    private static List<Row> Rows(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        using var reader = command.ExecuteReader();
        var rows = new List<Row>();
        while (reader.Read())
        {
            var etag = reader.GetInt64(2).ToString(CultureInfo.InvariantCulture);
            rows.Add(new Row(reader.GetString(0), reader.GetString(1), etag));
        }

        return rows;
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        return command;
    }
}
