using System.Diagnostics;
using BridgeBot.Host.Storage;

namespace BridgeBot.Bench.Load.Bare;

/// <summary>The yardstick: entity-group transactions of a turn's shape, one after the other on as many connections as there are conversations.</summary>
internal sealed class BareTable(IStore table)
{
    private long _last;

    /// <summary>Transactions a second.</summary>
    public async Task<double> RateAsync(TimeSpan length, IReadOnlyList<TurnShape> shapes)
    {
        var clock = Stopwatch.StartNew();
        var done = await Task.WhenAll(Enumerable.Range(0, LoadRun.Connections).Select(connection => Task.Run(async () =>
        {
            var done = 0;
            for (; clock.Elapsed < length; done++)
            {
                var number = Interlocked.Increment(ref _last);
                await table.CommitAsync($"bare-{connection}", shapes[(int)(number % shapes.Count)].Writes(number), CancellationToken.None);
            }

            return done;
        })));
        return done.Sum() / clock.Elapsed.TotalSeconds;
    }
}
