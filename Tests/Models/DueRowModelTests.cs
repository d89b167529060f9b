namespace BridgeBot.Tests.Models;

/// <summary>The due-row protocol, checked by exhausting its interleavings.</summary>
public sealed class DueRowModelTests
{
    [TestCase(1, 1)]
    [TestCase(1, 2)]
    [TestCase(2, 1)]
    public void Tombstones_AnyInterleaving_StrandsNothing(int turns, int sweepers) =>
        Assert.That(Stranded(new DueRowModel(tombstones: true), turns, sweepers), Is.Null);

    [TestCase(1)]
    [TestCase(2)]
    public void NoTombstones_SomeInterleaving_StrandsARow(int turns) =>
        Assert.That(Stranded(new DueRowModel(tombstones: false), turns, sweepers: 1), Is.Not.Null);

    [Test]
    public void Tombstones_SomeInterleaving_RefusesALateCommit()
    {
        var model = new DueRowModel(tombstones: true);
        var late = ModelCheck.FindFirst(
            DueRowModel.Start(turns: 1, sweepers: 1), model.Steps, state => state.Turns[0].Attempt == 1 && state.ETag == 0);

        Assert.That(late, Does.Contain("sweeper 0 puts tombstone 0"));
    }

    private static IReadOnlyList<string>? Stranded(DueRowModel model, int turns, int sweepers) =>
        ModelCheck.FindFirst(DueRowModel.Start(turns, sweepers), model.Steps, state => state.IsStranded);
}
