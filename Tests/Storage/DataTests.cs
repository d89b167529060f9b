using System.Text;
using BridgeBot.Host.Commands;
using BridgeBot.Host.Storage;

namespace BridgeBot.Tests.Storage;

/// <summary>Everything that one store holds, moved into another one by way of a file.</summary>
[TestFixture(StorageOptions.Sqlite, StorageOptions.AzureTable)]
[TestFixture(StorageOptions.AzureTable, StorageOptions.Sqlite)]
internal sealed class DataTests(string from, string to)
{
    private static readonly ProgressBar NoBar = new(null, TimeProvider.System);

    private NewStore _from = null!;
    private NewStore _to = null!;
    private string _file = "";

    [SetUp]
    public async Task GivenTwoStoresAsync()
    {
        _from = await NewStore.OfAsync(from);
        _to = await NewStore.OfAsync(to);
        _file = _from.File("data.jsonl");
    }

    [TearDown]
    public async Task GoneAsync()
    {
        await _from.DisposeAsync();
        await _to.DisposeAsync();
    }

    [Test]
    public async Task ExportAndImport_WhateverIsStored_IsInTheOtherStoreExactly()
    {
        await FillAsync("p", [.. Enumerable.Range(0, 230).Select(i => new Insert($"k{i:000}", $"{{\"n\":{i}}}"))]);
        await FillAsync("large", [.. Enumerable.Range(0, 9).Select(i => new Insert($"k{i}", new string('ä', StoreLimits.BodyBytes / 2)))]);
        await FillAsync("special %&'+<>~", [new("|it's \"quoted\"", "line\r\nbreak\ttab\0nul \u2028 \"quotes\" \\ 日本語 🎉"), new("z", "")]);
        await ExportAsync();
        await ImportAsync();

        Assert.That(Plain(await _to.AllAsync()), Is.EqualTo(Plain(await _from.AllAsync())));
    }

    [Test]
    public async Task ExportAndImport_NothingIsStored_IsAFileOfTwoLines()
    {
        await ExportAsync();

        Assert.That(File.ReadAllLines(_file), Is.EqualTo(["""{"format":"bridgebot-data","version":1}""", """{"rows":0}"""]));
        Assert.That(await ImportAsync(), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Export_CutOffAtAnyByteAndRunAgain_IsTheSameFile()
    {
        await FillSomeAsync();
        await ExportAsync();
        var whole = File.ReadAllBytes(_file);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(_file, whole[..length]);
            await ExportAsync();
            if (!File.ReadAllBytes(_file).SequenceEqual(whole)) Assert.Fail($"cut off after {length} bytes, it went on differently");
        }
    }

    [Test]
    public async Task Export_FileIsFinished_IsRefusedAndLeavesIt()
    {
        await FillSomeAsync();
        await ExportAsync();
        var whole = File.ReadAllBytes(_file);

        Assert.That(ExportAsync, Throws.TypeOf<DataFileException>().With.Message.Contains("finished already, with 5 rows"));
        Assert.That(File.ReadAllBytes(_file), Is.EqualTo(whole));
    }

    /// <summary>A row before the last one, which is the same, was changed, or is new: rows of two days would be mixed.</summary>
    [TestCase("a")]
    [TestCase("Aa")]
    public async Task Export_GoesOnAfterTheBotHasRun_IsRefused(string key)
    {
        await _from.Store.CommitAsync("a", [new Insert("a", "1"), new Insert("b", "2")], default);
        await ExportAsync();
        File.WriteAllBytes(_file, File.ReadAllBytes(_file)[..^14]);
        await _from.Store.CommitAsync("a", [new Upsert(key, "another")], default);

        Assert.That(ExportAsync, Throws.TypeOf<DataFileException>().With.Message.Contains("the bot has run since"));
    }

    [Test]
    public async Task Export_BegunFromAnotherStore_IsRefusedAndLeavesIt()
    {
        await FillSomeAsync();
        await ExportAsync();
        var begun = File.ReadAllBytes(_file)[..^14];
        File.WriteAllBytes(_file, begun);
        await _from.Store.CommitAsync("r", [new Upsert("a", "another"), new Upsert("b", "another")], default);

        Assert.That(ExportAsync, Throws.TypeOf<DataFileException>().With.Message.Contains("of another store"));
        Assert.That(File.ReadAllBytes(_file), Is.EqualTo(begun));
    }

    [Test]
    public async Task Import_SomethingIsBehindTheLastLine_IsRefusedWithItsLine()
    {
        await ExportAsync();
        await File.AppendAllTextAsync(_file, "more");

        Assert.That(() => ImportAsync(), Throws.TypeOf<DataFileException>().With.Message.Contains("line 3: it is damaged"));
    }

    [TestCase("hello")]
    [TestCase("{\"format\":\"another\",\"version\":1}\n")]
    [TestCase("\n")]
    public async Task Export_FileIsSomethingElse_IsRefusedAndLeavesIt(string text)
    {
        await File.WriteAllTextAsync(_file, text);

        Assert.That(ExportAsync, Throws.TypeOf<DataFileException>().With.Message.Contains("line 1: this is no data file"));
        Assert.That(await File.ReadAllTextAsync(_file), Is.EqualTo(text));
    }

    [Test]
    public async Task Import_KilledBeforeAnyCommitAndRunAgain_GoesOn()
    {
        await FillSomeAsync();
        await ExportAsync();
        foreach (var (commit, rows) in new[] { (1, 0), (2, 2), (2, 3) })
        {
            var left = commit;
            var killed = new CommitsOtherwise(_to.Store, (_, go) => --left > 0 ? go() : throw new IOException("killed"));
            Assert.That(() => ImportAsync(killed), Throws.TypeOf<IOException>());
            Assert.That(await _to.AllAsync(), Has.Count.EqualTo(rows));
        }

        await ImportAsync();

        Assert.That(Plain(await _to.AllAsync()), Is.EqualTo(Plain(await _from.AllAsync())));
    }

    [Test]
    public async Task Import_Again_WritesNothing()
    {
        await FillSomeAsync();
        await ExportAsync();
        await ImportAsync();

        Assert.That(await ImportAsync(new CommitsOtherwise(_to.Store, (_, _) => throw new IOException("nobody writes"))), Is.EqualTo((5, 5)));
    }

    [Test]
    public async Task Import_AnswerWasLostAndTheClientTriedAgain_IsDone()
    {
        await FillSomeAsync();
        await ExportAsync();
        await ImportAsync(new CommitsOtherwise(_to.Store, async (_, go) =>
        {
            await go();
            return await go();
        }));

        Assert.That(Plain(await _to.AllAsync()), Is.EqualTo(Plain(await _from.AllAsync())));
    }

    [Test]
    public async Task Import_StoreHoldsOtherRows_LeavesThem()
    {
        await FillSomeAsync();
        await ExportAsync();
        (string, string)[] others = [("a", "x"), ("p", "k2"), ("p", "z"), ("q", "z"), ("z", "z")];
        foreach (var (partition, key) in others) await _to.Store.CommitAsync(partition, [new Insert(key, "other")], default);
        await ImportAsync();

        Assert.That(
            Plain(await _to.AllAsync()),
            Is.EquivalentTo([.. Plain(await _from.AllAsync()), .. others.Select(other => (other.Item1, other.Item2, "other"))]));
    }

    [Test]
    public async Task Import_StoreHoldsAnotherVersionOfARow_IsRefusedWithItsLineAndWritesNothing()
    {
        await FillSomeAsync();
        await ExportAsync();
        await _to.Store.CommitAsync("r", [new Insert("a", "another")], default);

        Assert.That(() => ImportAsync(), Throws.TypeOf<DataFileException>().With.Message.Contains("line 5: the store holds another version"));
        Assert.That(Plain(await _to.AllAsync()), Is.EqualTo([("r", "a", "another")]));
    }

    [Test]
    public async Task Import_SomebodyWritesTheRowMeanwhile_IsNotOverwritten()
    {
        await FillSomeAsync();
        await ExportAsync();
        var rival = new CommitsOtherwise(_to.Store, async (partition, go) =>
        {
            if (partition == "r") await _to.Store.CommitAsync("r", [new Upsert("a", "another")], default);
            return await go();
        });

        Assert.That(() => ImportAsync(rival), Throws.TypeOf<DataFileException>().With.Message.Contains("Stop the bot"));
        Assert.That((await _to.Store.ReadAsync("r", "a", default))!.Body, Is.EqualTo("another"));
    }

    [Test]
    public async Task Import_NewerVersion_IsRefusedWithItsLine()
    {
        await File.WriteAllTextAsync(_file, """{"format":"bridgebot-data","version":2,"more":true}""" + "\n");

        Assert.That(() => ImportAsync(), Throws.TypeOf<DataFileException>().With.Message.Contains("line 1: a newer BridgeBot wrote it (version 2"));
    }

    [Test]
    public async Task Import_AnyByteIsDamaged_IsRefusedWithItsLineAndWritesNothing()
    {
        await FillSomeAsync();
        await ExportAsync();
        var whole = File.ReadAllBytes(_file);
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 1;
            File.WriteAllBytes(_file, damaged);
            var line = whole.Take(at).Count(one => one == (byte)'\n') + 1;
            var fault = (await Assert.ThrowsAsync<DataFileException>(() => ImportAsync(), $"byte {at} of line {line}"))!;
            if (!fault.Message.Contains($"line {line}", StringComparison.Ordinal) && at != whole.Length - 1) Assert.Fail($"byte {at} of line {line}: {fault.Message}");
        }

        Assert.That(await _to.AllAsync(), Is.Empty);
    }

    [Test]
    public async Task Import_ALineIsMissingOrTwice_IsRefused([Range(0, 6)] int line, [Values] bool isTwice)
    {
        await FillSomeAsync();
        await ExportAsync();
        var lines = File.ReadAllLines(_file).ToList();
        if (isTwice) lines.Insert(line, lines[line]);
        else lines.RemoveAt(line);
        await File.WriteAllTextAsync(_file, string.Concat(lines.Select(one => one + "\n")));

        Assert.That(() => ImportAsync(), Throws.TypeOf<DataFileException>());
        Assert.That(await _to.AllAsync(), Is.Empty);
    }

    [Test]
    public async Task Import_WindowsLineEnds_AreRead()
    {
        await FillSomeAsync();
        await ExportAsync();
        await File.WriteAllTextAsync(_file, (await File.ReadAllTextAsync(_file)).Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.That(await ImportAsync(), Is.EqualTo((5, 0)));
    }

    [TestCase("""{"partition":"p","key":"a/b","body":"1"}""")]
    [TestCase("""{"partition":"","key":"a","body":"1"}""")]
    public async Task Import_WhatNoStoreTakes_IsRefusedWithItsLine(string row)
    {
        var line = DataLine.Read(Encoding.UTF8.GetBytes(row))!;
        byte[] text = [.. DataLine.First.Write(), .. DataLine.Of(new(line.Partition!, line.Key!, line.Body!, "")).Write(), .. DataLine.Last(1).Write()];
        await File.WriteAllBytesAsync(_file, text);

        Assert.That(() => ImportAsync(), Throws.TypeOf<DataFileException>().With.Message.Contains("line 2: no store takes it"));
    }

    [Test]
    public async Task Import_ALineWithoutAnEnd_IsRefusedWithItsLine()
    {
        await File.WriteAllBytesAsync(_file, [.. DataLine.First.Write(), .. new byte[6 * 1024 * 1024]]);

        Assert.That(() => ImportAsync(), Throws.TypeOf<DataFileException>().With.Message.Contains("line 2: it is damaged"));
    }

    private static IEnumerable<(string, string, string)> Plain(IEnumerable<StoredRow> rows) => rows.Select(row => (row.Partition, row.Key, row.Body));

    /// <summary>Five rows in three partitions.</summary>
    private async Task FillSomeAsync()
    {
        await FillAsync("p", [new("k1", "1"), new("k3", "{\"b\":\"ä\"}")]);
        await FillAsync("q", [new("k", "3")]);
        await FillAsync("r", [new("a", "4"), new("b", "5")]);
    }

    private async Task FillAsync(string partition, IReadOnlyList<Insert> rows)
    {
        foreach (var some in rows.Chunk(rows[0].Body.Length > 100_000 ? 1 : 100)) await _from.Store.CommitAsync(partition, some, default);
    }

    private async Task ExportAsync()
    {
        await using var file = File.Open(_file, FileMode.OpenOrCreate);
        await new DataExport(_from.Store, NoBar).RunAsync(file, "data.jsonl", default);
    }

    private async Task<(long, long)> ImportAsync(IStore? store = null)
    {
        await using var file = File.OpenRead(_file);
        return await new DataImport(store ?? _to.Store, NoBar).RunAsync(file, "data.jsonl", default);
    }
}
