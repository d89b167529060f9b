using BridgeBot.Host.Storage;

namespace BridgeBot.Tests.Storage;

/// <summary>What every store does, whatever it is made of. Each test has a partition of its own, so that they can share a
/// store.</summary>
public abstract class StoreContract
{
    private string _partition = "";

    /// <summary>The store under test.</summary>
    protected abstract IStore Store { get; }

    [SetUp]
    public void NewPartition() => _partition = Guid.NewGuid().ToString("N");

    [Test]
    public async Task Read_MissingRow_IsNull() => Assert.That(await Read("a"), Is.Null);

    [Test]
    public async Task Read_InsertedRow_IsAsWritten()
    {
        await Commit(new Insert("a", """{"n":1}"""));

        Assert.That(await Read("a"), Is.EqualTo(new Row("a", """{"n":1}""", "")).Using<Row>(SameButETag));
    }

    [Test]
    public async Task Read_OtherPartition_IsNull()
    {
        await Commit(new Insert("a", "1"));

        Assert.That(await Store.ReadAsync(_partition + "x", "a", default), Is.Null);
    }

    [Test]
    public async Task Read_OtherCase_IsNull()
    {
        await Commit(new Insert("a", "1"));

        Assert.That(await Read("A"), Is.Null);
    }

    [Test]
    public async Task Insert_TakenKey_IsConflict()
    {
        await Commit(new Insert("a", "1"));

        Assert.That(await Commit(new Insert("a", "2")), Is.EqualTo(new CommitResult(0)));
    }

    [Test]
    public async Task Insert_TakenKey_LeavesTheRow()
    {
        await Commit(new Insert("a", "1"));
        await Commit(new Insert("a", "2"));

        Assert.That((await Read("a"))!.Body, Is.EqualTo("1"));
    }

    [Test]
    public async Task Insert_DeletedKey_IsDone()
    {
        await Commit(new Insert("a", "1"));
        await Commit(new Delete("a"));

        Assert.That((await Commit(new Insert("a", "2"))).Committed);
    }

    [Test]
    public async Task Replace_AsRead_IsDone()
    {
        var row = await Inserted("a", "1");
        await Commit(new Replace("a", "2", row.ETag));

        Assert.That((await Read("a"))!.Body, Is.EqualTo("2"));
    }

    [Test]
    public async Task Replace_ChangedSince_IsConflict()
    {
        var row = await Inserted("a", "1");
        await Commit(new Upsert("a", "1"));

        Assert.That(await Commit(new Replace("a", "2", row.ETag)), Is.EqualTo(new CommitResult(0)));
    }

    [Test]
    public async Task Replace_DeletedSince_IsConflict()
    {
        var row = await Inserted("a", "1");
        await Commit(new Delete("a"));

        Assert.That(await Commit(new Replace("a", "2", row.ETag)), Is.EqualTo(new CommitResult(0)));
    }

    [Test]
    public async Task Replace_DeletedAndInsertedSince_IsConflict()
    {
        var row = await Inserted("a", "1");
        await Commit(new Delete("a"));
        await Commit(new Insert("a", "1"));

        Assert.That(await Commit(new Replace("a", "2", row.ETag)), Is.EqualTo(new CommitResult(0)));
    }

    [TestCase("")]
    [TestCase("*")]
    [TestCase("-1")]
    [TestCase("not an etag")]
    public async Task Replace_ForeignETag_IsConflict(string etag)
    {
        await Commit(new Insert("a", "1"));

        Assert.That(await Commit(new Replace("a", "2", etag)), Is.EqualTo(new CommitResult(0)));
    }

    [Test]
    public async Task Upsert_MissingRow_IsThere()
    {
        await Commit(new Upsert("a", "1"));

        Assert.That((await Read("a"))!.Body, Is.EqualTo("1"));
    }

    [Test]
    public async Task Upsert_PresentRow_IsReplaced()
    {
        await Commit(new Insert("a", "1"));
        await Commit(new Upsert("a", "2"));

        Assert.That((await Read("a"))!.Body, Is.EqualTo("2"));
    }

    [Test]
    public async Task Delete_PresentRow_IsGone()
    {
        await Commit(new Insert("a", "1"));
        await Commit(new Delete("a"));

        Assert.That(await Read("a"), Is.Null);
    }

    [Test]
    public async Task Delete_MissingRowUnconditionally_IsNoConflict() =>
        Assert.That((await Commit(new Delete("a"))).Committed);

    [Test]
    public async Task Delete_MissingRowUnconditionally_LeavesTheRestOfTheTransaction()
    {
        await Commit(new Insert("a", "1"), new Delete("b"), new Insert("c", "1"));

        Assert.That(await Keys("a", "z"), Is.EqualTo(["a", "c"]));
    }

    [Test]
    public async Task Delete_SeveralMissingRowsUnconditionally_LeavesTheRestOfTheTransaction()
    {
        await Commit(new Insert("d", "1"));
        await Commit(new Delete("a"), new Insert("b", "1"), new Delete("c"), new Delete("d"), new Delete("e"));

        Assert.That(await Keys("a", "z"), Is.EqualTo(["b"]));
    }

    [Test]
    public async Task Commit_ConflictBehindAMissingRowsDeletion_NamesIt()
    {
        await Commit(new Insert("taken", "1"));

        Assert.That(await Commit(new Delete("a"), new Insert("b", "1"), new Insert("taken", "2")), Is.EqualTo(new CommitResult(2)));
    }

    [TestCase("")]
    [TestCase("*")]
    [TestCase("not an etag")]
    public async Task Delete_ForeignETag_IsConflict(string etag)
    {
        await Commit(new Insert("a", "1"));

        Assert.That(await Commit(new Delete("a", etag)), Is.EqualTo(new CommitResult(0)));
    }

    [Test]
    public async Task Delete_AsRead_IsGone()
    {
        var row = await Inserted("a", "1");
        await Commit(new Delete("a", row.ETag));

        Assert.That(await Read("a"), Is.Null);
    }

    [Test]
    public async Task Delete_ChangedSince_IsConflict()
    {
        var row = await Inserted("a", "1");
        await Commit(new Upsert("a", "2"));

        Assert.That(await Commit(new Delete("a", row.ETag)), Is.EqualTo(new CommitResult(0)));
    }

    [Test]
    public async Task Delete_DeletedSince_IsConflict()
    {
        var row = await Inserted("a", "1");
        await Commit(new Delete("a"));

        Assert.That(await Commit(new Delete("a", row.ETag)), Is.EqualTo(new CommitResult(0)));
    }

    [Test]
    public async Task Commit_EveryWrite_ChangesTheETag()
    {
        var etags = new List<string> { (await Inserted("a", "1")).ETag };
        await Commit(new Replace("a", "1", etags[0]));
        etags.Add((await Read("a"))!.ETag);
        await Commit(new Upsert("a", "1"));
        etags.Add((await Read("a"))!.ETag);
        await Commit(new Delete("a"));
        etags.Add((await Inserted("a", "1")).ETag);

        Assert.That(etags, Is.Unique);
    }

    [Test]
    public async Task Commit_ConflictInTheMiddle_NamesIt()
    {
        await Commit(new Insert("b", "1"));

        var result = await Commit(new Insert("a", "2"), new Insert("b", "2"), new Insert("c", "2"));

        Assert.That(result, Is.EqualTo(new CommitResult(1)));
    }

    [Test]
    public async Task Commit_SeveralConflicts_NamesTheFirst()
    {
        await Commit(new Insert("b", "1"), new Insert("c", "1"));

        var result = await Commit(new Insert("a", "2"), new Insert("b", "2"), new Insert("c", "2"));

        Assert.That(result, Is.EqualTo(new CommitResult(1)));
    }

    [Test]
    public async Task Commit_Conflict_UndoesAll()
    {
        await Commit(new Insert("change", "1"), new Insert("delete", "1"), new Insert("taken", "1"));

        await Commit(new Insert("new", "2"), new Upsert("change", "2"), new Delete("delete"), new Insert("taken", "2"));

        Assert.That((await Range("a", "z")).Select(row => (row.Key, row.Body)),
            Is.EqualTo([("change", "1"), ("delete", "1"), ("taken", "1")]));
    }

    [Test]
    public async Task Commit_TransactionAtTheLimit_IsDone()
    {
        await Commit([.. Enumerable.Range(0, StoreLimits.WritesInTransaction).Select(i => new Insert($"k{i:00}", "1"))]);

        Assert.That(await Keys("a", "z"), Has.Count.EqualTo(StoreLimits.WritesInTransaction));
    }

    [Test]
    public async Task Commit_BodyAtTheLimit_IsReadAsWritten()
    {
        var body = new string('ä', StoreLimits.BodyBytes / 2);
        await Commit(new Insert("a", body));

        Assert.That((await Read("a"))!.Body == body);
    }

    [Test]
    public async Task Commit_AllBodiesAtTheLimit_AreDone()
    {
        var body = new string('x', (StoreLimits.TransactionBytes / 10) - 1400);
        await Commit([.. Enumerable.Range(0, 10).Select(i => new Insert($"k{i}", body))]);

        Assert.That(await Keys("a", "z"), Has.Count.EqualTo(10));
    }

    [Test]
    public async Task Commit_TooLarge_WritesNothing()
    {
        var tooLarge = new string('x', StoreLimits.BodyBytes / 2 + 1);

        Assert.That(() => Commit(new Insert("a", "1"), new Insert("b", tooLarge)), Throws.TypeOf<StoreLimitException>());
        Assert.That(await Read("a"), Is.Null);
    }

    [Test]
    public async Task Commit_OneWriteTooMany_WritesNothing()
    {
        var writes = Enumerable.Range(0, StoreLimits.WritesInTransaction + 1).Select(i => new Insert($"k{i:000}", "1"));

        Assert.That(() => Commit([.. writes]), Throws.TypeOf<StoreLimitException>());
        Assert.That(await Keys("a", "z"), Is.Empty);
    }

    [Test]
    public async Task Commit_BodiesTooLargeTogether_WritesNothing()
    {
        var body = new string('x', StoreLimits.TransactionBytes / 10);

        Assert.That(
            () => Commit([.. Enumerable.Range(0, 10).Select(i => new Insert($"k{i}", body))]), Throws.TypeOf<StoreLimitException>());
        Assert.That(await Keys("a", "z"), Is.Empty);
    }

    // Where a store cuts a long text, it must not cut a pair of surrogates.
    [TestCase("")]
    [TestCase("x")]
    public async Task Read_LongBodyOfSurrogatePairs_IsAsWritten(string before)
    {
        var body = before + string.Concat(Enumerable.Repeat("🎉", 100_000));
        await Commit(new Insert("a", body));

        Assert.That((await Read("a"))!.Body == body);
    }

    [Test]
    public async Task Upsert_ShorterBody_LeavesNothingOfTheLonger()
    {
        await Commit(new Insert("a", new string('x', 200_000)));
        await Commit(new Upsert("a", "2"));

        Assert.That((await Read("a"))!.Body, Is.EqualTo("2"));
    }

    [Test]
    public async Task Replace_ShorterBody_LeavesNothingOfTheLonger()
    {
        var row = await Inserted("a", new string('x', 200_000));
        await Commit(new Replace("a", "2", row.ETag));

        Assert.That((await Read("a"))!.Body, Is.EqualTo("2"));
    }

    [Test]
    public void Commit_KeyTwice_IsRefused() =>
        Assert.That(() => Commit(new Insert("a", "1"), new Delete("a")), Throws.TypeOf<StoreLimitException>());

    [TestCase("plain")]
    [TestCase("\"quotes\" ' `backticks` \\ / # ? %")]
    [TestCase("line\r\nbreak\ttab\0nul")]
    [TestCase("ä é ß 日本語 العربية 🎉👩‍👩‍👧")]
    [TestCase("")]
    [TestCase("'); DROP TABLE rows; --")]
    public async Task Read_SpecialCharactersInTheBody_AreAsWritten(string body)
    {
        await Commit(new Insert("a", body));

        Assert.That((await Read("a"))!.Body, Is.EqualTo(body));
    }

    [TestCase("out|d|0")]
    [TestCase("19:abc@thread.tacv2;messageid=1")]
    [TestCase("it's 100% \"quoted\" & +more=$1 {x} [y] <z> ~!*^`")]
    [TestCase(" ")]
    [TestCase("'); DROP TABLE rows; --")]
    public async Task Read_SpecialCharactersInTheKey_IsFound(string key)
    {
        await Commit(new Insert(key, "1"));

        Assert.That((await Read(key))!.Key, Is.EqualTo(key));
    }

    [Test]
    public async Task Read_LongestKey_IsFound()
    {
        var key = new string('k', StoreLimits.KeyLength);
        await Commit(new Insert(key, "1"));

        Assert.That((await Read(key))!.Key, Is.EqualTo(key));
    }

    [TestCase("a/b")]
    [TestCase("ä")]
    [TestCase("")]
    public async Task Read_WhatCannotBeAKey_IsNull(string key) => Assert.That(await Read(key), Is.Null);

    [TestCase("a/b")]
    [TestCase("")]
    public async Task Range_WhatCannotBeAPartition_IsEmpty(string partition) =>
        Assert.That(await Store.RangeAsync(partition, "", "~", 10, default), Is.Empty);

    [Test]
    public async Task Range_FromIsIncludedAndToIsNot()
    {
        await Commit(new Insert("a", "1"), new Insert("b", "1"), new Insert("c", "1"), new Insert("d", "1"));

        Assert.That(await Keys("b", "d"), Is.EqualTo(["b", "c"]));
    }

    [Test]
    public async Task Range_Rows_AreInOrdinalOrder()
    {
        string[] keys = ["a", "B", "_", "a-1", "a|1", "10", "9", "aa", "~", "A"];
        await Commit([.. keys.Select(key => new Insert(key, "1"))]);

        Assert.That(await Keys(" ", "\uffff"), Is.EqualTo(keys.Order(StringComparer.Ordinal)));
    }

    [Test]
    public async Task Range_OtherPartition_IsNotRead()
    {
        await Commit(new Insert("a", "1"));

        Assert.That(await Store.RangeAsync(_partition + "x", "", "~", 10, default), Is.Empty);
    }

    [Test]
    public async Task Range_FromBehindTo_IsEmpty()
    {
        await Commit(new Insert("b", "1"));

        Assert.That(await Keys("c", "a"), Is.Empty);
    }

    [Test]
    public async Task Range_MoreThanTheLimit_IsItsFirstRows()
    {
        await Commit(new Insert("a", "1"), new Insert("b", "1"), new Insert("c", "1"));

        Assert.That((await Range("a", "z", limit: 2)).Select(row => row.Key), Is.EqualTo(["a", "b"]));
    }

    [Test]
    public async Task Range_PageByPage_MissesAndRepeatsNothing()
    {
        var all = Enumerable.Range(0, 25).Select(i => $"k{i:00}").ToList();
        await Commit([.. all.Select(key => new Insert(key, "1"))]);

        var read = new List<string>();
        for (var from = "k"; await Range(from, "l", limit: 10) is [.., var last] page; from = last.Key + "\0")
        {
            read.AddRange(page.Select(row => row.Key));
        }

        Assert.That(read, Is.EqualTo(all));
    }

    // Table Storage answers with at most 1000 rows at once, and says how to go on.
    [Test]
    public async Task Range_MoreRowsThanAServiceGivesAtOnce_MissesAndRepeatsNothing()
    {
        var all = Enumerable.Range(0, 1150).Select(i => $"k{i:0000}").ToList();
        foreach (var some in all.Chunk(100)) await Commit([.. some.Select(key => new Insert(key, "1"))]);

        Assert.That((await Range("k", "l", limit: 1120)).Select(row => row.Key), Is.EqualTo(all.Take(1120)));
    }

    [TestCase("b", "c", "b b!b b~")]
    [TestCase("b\0", "c", "b!b b~")]
    [TestCase("a", "b\0", "a b")]
    [TestCase("b\uffff", "\uffff", "c")]
    [TestCase("b", "b\uffff", "b b!b b~")]
    [TestCase("b!ä", "c", "b~")]
    [TestCase("b!\0", "b~\u007f", "b!b b~")]
    [TestCase("a'#/?\\%", "b!", "b")]
    public async Task Range_AnyEnds_AreOrdinal(string from, string to, string expected)
    {
        await Commit(new Insert("a", "1"), new Insert("b", "1"), new Insert("b!b", "1"), new Insert("b~", "1"), new Insert("c", "1"));

        Assert.That(await Keys(from, to), Is.EqualTo(expected.Split(' ')));
    }

    [Test]
    public async Task Range_EndsLongerThanAnyKey_AreOrdinal()
    {
        var longest = new string('k', StoreLimits.KeyLength);
        await Commit(new Insert(longest, "1"), new Insert("l", "1"));

        Assert.That(await Keys(longest, longest + "k"), Is.EqualTo([longest]));
        Assert.That(await Keys(longest + "k", "z"), Is.EqualTo(["l"]));
    }

    [Test]
    public void Range_LimitOfZero_IsABug() =>
        Assert.That(() => Range("a", "z", limit: 0), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(1000)]
    public async Task Scan_PageByPage_GivesEveryRowOnceInOrdinalOrder(int limit)
    {
        string[] partitions = ["", "-", "-a", "B", "~"];
        string[] keys = ["a", "B", "_", "a|1", "10", "9", "~"];
        foreach (var partition in partitions)
        {
            await Store.CommitAsync(_partition + partition, [.. keys.Select(key => new Insert(key, $"{partition} {key}"))], default);
        }

        Assert.That(
            (await ScanAsync(limit)).Select(row => (row.Partition[_partition.Length..], row.Key, row.Body)),
            Is.EqualTo(
                from partition in partitions.Order(StringComparer.Ordinal)
                from key in keys.Order(StringComparer.Ordinal)
                select (partition, key, $"{partition} {key}")));
    }

    [Test]
    public async Task Scan_ARow_HasTheETagItIsReplacedBy()
    {
        await Commit(new Insert("a", "1"));
        var row = (await ScanAsync(10)).Single();

        Assert.That((await Commit(new Replace("a", "2", row.ETag))).Committed);
    }

    [Test]
    public async Task Scan_BehindARowThatIsGone_GoesOn()
    {
        await Commit(new Insert("a", "1"), new Insert("b", "1"), new Insert("c", "1"));
        await Commit(new Delete("b"));

        Assert.That((await Store.ScanAsync(_partition, "b", 1, default)).Select(row => row.Key), Is.EqualTo(["c"]));
    }

    [Test]
    public async Task Scan_LargeRows_MissesNone()
    {
        var body = new string('ä', StoreLimits.BodyBytes / 2);
        for (var i = 0; i < 8; i++) await Commit(new Insert($"k{i}", body));

        Assert.That((await ScanAsync(1000)).Select(row => row.Key), Is.EqualTo(Enumerable.Range(0, 8).Select(i => $"k{i}")));
    }

    [Test]
    public async Task Scan_BehindTheLastRow_IsEmpty() => Assert.That(await Store.ScanAsync("~~", "~", 10, default), Is.Empty);

    [Test]
    public async Task Scan_FromTheBeginning_GivesOnlyWhatWasCommitted()
    {
        await Commit(new Insert("a", "1"));
        List<StoredRow> all = [];
        await foreach (var row in Store.AllAsync(null, default)) all.Add(row);

        Assert.That(all.Select(row => row.Partition), Does.Contain(_partition).And.No.Member("schema"));
        Assert.That(all.Select(row => (row.Partition, row.Key)), Is.Unique);
    }

    [Test]
    public void Scan_LimitOfZero_IsABug() =>
        Assert.That(() => Store.ScanAsync("", "", 0, default), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public async Task Commit_ManyReplacesOfOneETag_OneWins()
    {
        var row = await Inserted("a", "0");

        var results = await Task.WhenAll(Enumerable.Range(1, 20).Select(
            i => Task.Run(() => Commit(new Replace("a", $"{i}", row.ETag), new Insert($"b{i}", "1")))));

        Assert.That(results.Count(result => result.Committed), Is.EqualTo(1));
    }

    [Test]
    public async Task Commit_ManyReplacesOfOneETag_LeaveNothingOfTheLosers()
    {
        var row = await Inserted("a", "0");

        await Task.WhenAll(Enumerable.Range(1, 20).Select(
            i => Task.Run(() => Commit(new Insert($"b{i}", $"{i}"), new Replace("a", $"{i}", row.ETag)))));

        Assert.That((await Range("b", "c")).Select(loser => loser.Body), Is.EqualTo([(await Read("a"))!.Body]));
    }

    [Test]
    public async Task Commit_ManyAtOnce_AllAreThere()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => Commit(new Insert($"k{i:000}", "1")))));

        Assert.That(await Keys("k", "l"), Has.Count.EqualTo(200));
    }

    [Test]
    public void Commit_CancelledBefore_IsCancelled() =>
        Assert.That(
            () => Store.CommitAsync(_partition, [new Insert("a", "1")], new CancellationToken(true)),
            Throws.InstanceOf<OperationCanceledException>());

    private static bool SameButETag(Row one, Row other) => one with { ETag = "" } == other with { ETag = "" };

    private Task<CommitResult> Commit(params Write[] writes) => Store.CommitAsync(_partition, writes, default);

    private Task<Row?> Read(string key) => Store.ReadAsync(_partition, key, default);

    private Task<IReadOnlyList<Row>> Range(string from, string to, int limit = 1000) =>
        Store.RangeAsync(_partition, from, to, limit, default);

    /// <summary>The rows of the partitions whose names begin with the test's own.</summary>
    private async Task<List<StoredRow>> ScanAsync(int limit)
    {
        var (rows, last) = (new List<StoredRow>(), (Partition: _partition, Key: ""));
        while (await Store.ScanAsync(last.Partition, last.Key, limit, default) is [.., var end] page)
        {
            rows.AddRange(page.Where(row => row.Partition.StartsWith(_partition, StringComparison.Ordinal)));
            last = (end.Partition, end.Key);
            if (!last.Partition.StartsWith(_partition, StringComparison.Ordinal)) break;
        }

        return rows;
    }

    private async Task<List<string>> Keys(string from, string to) => [.. (await Range(from, to)).Select(row => row.Key)];

    private async Task<Row> Inserted(string key, string body)
    {
        await Commit(new Insert(key, body));
        return (await Read(key))!;
    }
}
