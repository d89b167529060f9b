using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using BridgeBot.Host.Storage;

namespace BridgeBot.Host.Commands;

/// <summary>Reads a data file once, a line at a time, and checks it.</summary>
/// <param name="file">Stands at its beginning.</param>
/// <param name="name">What it is called, for messages.</param>
internal sealed class DataReader(Stream file, string name)
{
    /// <summary>No row's line is longer, in bytes: a body's 480 Ki characters take 6 at most. What is longer is no data file.</summary>
    private const int LongestLine = 4 * 1024 * 1024;

    private StoredRow? _last;

    /// <summary>The number of the line that was read last, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Where the last whole line that was read ends, in bytes.</summary>
    public long End { get; private set; }

    /// <summary>How many rows were read.</summary>
    public long Rows { get; private set; }

    /// <summary>Whether the last line was read; without it, whatever wrote the file was ended.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>The order of rows in a file, which is that of a store's.</summary>
    public static int Compare(StoredRow one, StoredRow other) => string.CompareOrdinal(one.Partition, other.Partition) switch
    {
        0 => string.CompareOrdinal(one.Key, other.Key),
        var order => order,
    };

    /// <summary>The rows up to the end of the file or its last whole line.</summary>
    /// <exception cref="DataFileException">A line is damaged, or the file is another program's or a newer version's.</exception>
    public async IAsyncEnumerable<StoredRow> RowsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var bytes in LinesAsync(cancel))
        {
            var line = DataLine.Read(bytes);
            if (Line == 1)
            {
                CheckFirst(line);
            }
            else if (line is { Rows: { } rows } && !IsFinished)
            {
                IsFinished = rows == Rows ? true : throw Fault($"rows are missing: there should be {rows}, there are {Rows}");
            }
            else
            {
                _last = Checked(IsFinished ? null : line?.ToRow());
                Rows++;
                yield return _last;
            }
        }
    }

    /// <summary>Something is wrong with the line that was read last.</summary>
    public DataFileException Fault(string what) => new($"{name}, line {Line}: {what}.");

    private void CheckFirst(DataLine? line)
    {
        if (line?.Format != DataLine.First.Format || line is not { Version: >= 1 })
        {
            throw Fault("this is no data file of BridgeBot's");
        }

        if (line.Version > DataLine.NewestVersion)
        {
            throw Fault($"a newer BridgeBot wrote it (version {line.Version}, this one knows {DataLine.NewestVersion}); install that one");
        }
    }

    private StoredRow Checked(StoredRow? row)
    {
        if (row is null || (_last is not null && Compare(_last, row) >= 0))
        {
            throw Fault("it is damaged");
        }

        try
        {
            StoreLimits.Check(row.Partition, [new Insert(row.Key, row.Body)]);
            return row;
        }
        catch (StoreLimitException fault)
        {
            throw Fault($"no store takes it: {fault.Message}");
        }
    }

    private async IAsyncEnumerable<byte[]> LinesAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var pipe = PipeReader.Create(file, new(bufferSize: 64 * 1024, leaveOpen: true));
        while (true)
        {
            var read = await pipe.ReadAsync(cancel);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end);
                Line++;
                yield return line.ToArray();
                End += line.Length + 1;
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            var isForeign = Line == 0 ? !IsBeginning(buffer) : IsFinished && !buffer.IsEmpty;
            if (buffer.Length > LongestLine || (read.IsCompleted && isForeign))
            {
                Line++;
                throw Fault(Line == 1 ? "this is no data file of BridgeBot's" : "it is damaged");
            }

            if (read.IsCompleted)
            {
                yield break;
            }

            pipe.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    /// <summary>Whether it is nothing, or what an export that was ended at once has left.</summary>
    private static bool IsBeginning(ReadOnlySequence<byte> bytes) => DataLine.First.Write().AsSpan().StartsWith(bytes.ToArray());
}
