using System.Runtime.CompilerServices;
using BridgeBot.Host.Storage;

namespace BridgeBot.Host.Commands;

/// <summary>
/// Writes everything that is in a file into the store. Nobody else may write to it meanwhile. What else it holds stays as it is, and a
/// row that is there already as it is in the file is left out, so a run that was ended is simply run again. A row that is there and
/// differs means that the two have gone different ways: half of each would be neither, so nothing is written at all.
/// </summary>
internal sealed class DataImport(IStore store, ProgressBar progress)
{
    /// <summary>Reads the whole file beside the whole store first, and writes only if all of it can be.</summary>
    /// <param name="file">The file, at its beginning.</param>
    /// <param name="name">What it is called, for messages.</param>
    /// <param name="cancel">Stops; what was written stays.</param>
    /// <returns>How many rows the file holds, and how many of them were there before.</returns>
    /// <exception cref="DataFileException">The file is damaged or unfinished, or the store holds another version of a row.</exception>
    public async Task<(long Rows, long Known)> RunAsync(FileStream file, string name, CancellationToken cancel)
    {
        var known = await CompareAsync(file, name, "Checking", cancel).LongCountAsync(compared => compared.IsThere, cancel);
        file.Position = 0;
        var (rows, batch, size) = (0L, new List<Insert>(), 0);
        var partition = "";
        await foreach (var (row, isThere) in CompareAsync(file, name, "Importing", cancel))
        {
            rows++;
            if (isThere)
            {
                continue;
            }

            var insert = new Insert(row.Key, row.Body);
            var more = StoreLimits.SizeOf(row.Partition, insert);
            if (row.Partition != partition || batch.Count == StoreLimits.WritesInTransaction || size + more > StoreLimits.TransactionBytes)
            {
                await WriteAsync(partition, batch, cancel);
                (partition, size) = (row.Partition, 0);
                batch.Clear();
            }

            batch.Add(insert);
            size += more;
        }

        await WriteAsync(partition, batch, cancel);
        return (rows, known);
    }

    /// <summary>The rows of the file, and whether the store holds them: both are in the same order, so each is read once. What is
    /// written meanwhile of what was read lies behind both.</summary>
    private async IAsyncEnumerable<(StoredRow Row, bool IsThere)> CompareAsync(
        FileStream file, string name, string what, [EnumeratorCancellation] CancellationToken cancel)
    {
        var reader = new DataReader(file, name);
        await using var stored = store.AllAsync(null, cancel).GetAsyncEnumerator(cancel);
        var isMore = await stored.MoveNextAsync();
        await foreach (var row in reader.RowsAsync(cancel))
        {
            while (isMore && DataReader.Compare(stored.Current, row) < 0)
            {
                isMore = await stored.MoveNextAsync();
            }

            var isThere = isMore && DataReader.Compare(stored.Current, row) == 0;
            if (isThere && stored.Current.Body != row.Body)
            {
                throw reader.Fault($"the store holds another version of this row ({row.Partition} {row.Key}); import into an empty store");
            }

            yield return (row, isThere);
            progress.Show(what, (double)reader.End / file.Length, reader.Rows);
        }

        if (!reader.IsFinished)
        {
            throw new DataFileException($"{name} ends unfinished after line {reader.Line}. Run its export again, it goes on there.");
        }
    }

    private async Task WriteAsync(string partition, List<Insert> batch, CancellationToken cancel)
    {
        while (batch.Count > 0 && (await store.CommitAsync(partition, [.. batch], cancel)).ConflictAt is { } at)
        {
            // Perhaps by a commit of our own whose answer was lost.
            var there = await store.ReadAsync(partition, batch[at].Key, cancel);
            if (there?.Body != batch[at].Body)
            {
                throw new DataFileException($"Somebody else writes to the store ({partition} {batch[at].Key}). Stop the bot, and import into an empty store.");
            }

            batch.RemoveAt(at);
        }
    }
}
