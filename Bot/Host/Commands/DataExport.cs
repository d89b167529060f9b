using System.Globalization;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Commands;

/// <summary>Writes everything that is stored into a file. Nobody may write to the store meanwhile.</summary>
internal sealed class DataExport(IStore store, ProgressBar progress)
{
    /// <summary>Writes it, or goes on with a file that an earlier run has left unfinished.</summary>
    /// <param name="file">The file, at its beginning; empty for a new one.</param>
    /// <param name="name">What it is called, for messages.</param>
    /// <param name="cancel">Leaves it unfinished.</param>
    /// <returns>How many rows the file holds.</returns>
    /// <exception cref="DataFileException">It is finished already, damaged, or something else; it is left as it was.</exception>
    public async Task<long> RunAsync(FileStream file, string name, CancellationToken cancel)
    {
        var written = new DataReader(file, name);
        var (last, isOfThisStore) = await CompareAsync(written, cancel);
        if (written.IsFinished)
        {
            throw new DataFileException($"{name} is finished already, with {written.Rows} rows. Name another file, or remove this one.");
        }

        if (!isOfThisStore)
        {
            throw new DataFileException($"{name} is of another store, or the bot has run since. Remove it, or name another file, and begin anew.");
        }

        file.SetLength(written.End);
        file.Position = written.End;
        if (written.End == 0)
        {
            await file.WriteAsync(DataLine.First.Write(), cancel);
        }

        var rows = written.Rows;
        await foreach (var row in store.AllAsync(last, cancel))
        {
            await file.WriteAsync(DataLine.Of(row).Write(), cancel);
            progress.Show("Exporting", Share(row.Partition), ++rows);
        }

        await file.WriteAsync(DataLine.Last(rows).Write(), cancel);
        file.Flush(flushToDisk: true);
        return rows;
    }

    /// <summary>Reads what is in the file beside the store: rows of two days would be a store that never was.</summary>
    /// <returns>The last row of the file, and whether all of them are the store's first.</returns>
    private async Task<(StoredRow? Last, bool IsOfThisStore)> CompareAsync(DataReader written, CancellationToken cancel)
    {
        await using var stored = store.AllAsync(null, cancel).GetAsyncEnumerator(cancel);
        (StoredRow? last, var isSame) = (null, true);
        await foreach (var row in written.RowsAsync(cancel))
        {
            isSame = isSame && await stored.MoveNextAsync() && DataReader.Compare(stored.Current, row) == 0 && stored.Current.Body == row.Body;
            last = row;
        }

        return (last, isSame);
    }

    /// <summary>How much is done. No store counts its rows, but most are requesters', whose ids are random and so evenly spread.</summary>
    private static double Share(string partition) =>
        partition.StartsWith(Keys.RequesterPrefix, StringComparison.Ordinal)
        && int.TryParse(partition.AsSpan(Keys.RequesterPrefix.Length, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id)
            ? id / 65536.0
            : string.CompareOrdinal(partition, Keys.RequesterPrefix) < 0 ? 0 : 1;
}
