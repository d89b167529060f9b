using System.Diagnostics;
using BridgeBot.Host.Storage;
using Microsoft.Data.Sqlite;

namespace BridgeBot.Bench.Load.Bare;

/// <summary>
/// The yardstick: transactions of a turn's bytes on an SQLite file, each with its own commit to the disk, from as many connections as
/// there are conversations. They take turns by a lock of ours: SQLite's own waiting sleeps, which would make them slower.
/// </summary>
internal sealed class BareSqlite(string path) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long _last;

    /// <summary>Transactions a second.</summary>
    public async Task<double> RateAsync(TimeSpan length, IReadOnlyList<TurnShape> shapes)
    {
        // Makes the file, which all at once must not.
        await using var first = SqliteFile.OpenForWriting(path);
        var clock = Stopwatch.StartNew();
        var done = await Task.WhenAll(Enumerable.Range(0, LoadRun.Connections).Select(_ => Task.Run(() => WorkAsync(clock, length, shapes))));
        return done.Sum() / clock.Elapsed.TotalSeconds;
    }

    public void Dispose() => _turn.Dispose();

    private async Task<int> WorkAsync(Stopwatch clock, TimeSpan length, IReadOnlyList<TurnShape> shapes)
    {
        await using var connection = SqliteFile.OpenForWriting(path);
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO rows (partition, key, body, etag) VALUES ('bare', $key, $body, 1)";
        var (key, body) = (insert.Parameters.Add("$key", SqliteType.Text), insert.Parameters.Add("$body", SqliteType.Text));
        var done = 0;
        for (; clock.Elapsed < length; done++)
        {
            var number = Interlocked.Increment(ref _last);
            await _turn.WaitAsync();
            try
            {
                await using var transaction = connection.BeginTransaction(deferred: false);
                insert.Transaction = transaction;
                foreach (var write in shapes[(int)(number % shapes.Count)].Writes(number).Cast<Insert>())
                {
                    (key.Value, body.Value) = (write.Key, write.Body);
                    insert.ExecuteNonQuery();
                }

                transaction.Commit();
            }
            finally
            {
                _turn.Release();
            }
        }

        return done;
    }
}
