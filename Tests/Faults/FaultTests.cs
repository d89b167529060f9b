using BridgeBot.Host.Storage;
using BridgeBot.Tests.Storage;

namespace BridgeBot.Tests.Faults;

/// <summary>The short form of the fault bench (<c>dotnet run --project Tests/Bench -- faults</c> is the long one): the real program is
/// killed again and again on either store, the connector fails, and nothing is lost.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class FaultTests
{
    private const int Requests = 50;
    private const int Kills = 5;
    private const int Clicks = 20;

    [TestCase(StorageOptions.Sqlite)]
    [TestCase(StorageOptions.AzureTable)]
    public async Task Run_HostsAreKilledAndTheConnectorFails_NothingIsLostOrDoneTwice(string provider)
    {
        var seed = Random.Shared.Next();
        await TestContext.Progress.WriteLineAsync($"Fault run on {provider} with seed {seed}");
        await using var azurite = provider == StorageOptions.Sqlite ? null : await AzuriteServer.StartAsync();
        var report = await FaultRun.RunAsync(new(Requests, Kills, provider, seed), azurite);
        await TestContext.Out.WriteLineAsync(FaultTable.Render(report));

        AssertNothingIsLostOrDoneTwice(report);
        Assert.That(report.Kills, Has.Count.EqualTo(Kills));
    }

    [Test]
    public async Task Run_TwoApproversAtOnceOnTwoHosts_OneDecidesAndTheOtherSeesWho()
    {
        await using var azurite = await AzuriteServer.StartAsync();
        var report = await FaultRun.RunAsync(new(Clicks, 0, StorageOptions.AzureTable, Random.Shared.Next(), IsCalm: true), azurite);

        AssertNothingIsLostOrDoneTwice(report);
        Assert.That(report.Requests.Select(request => request.Told.Count), Is.All.EqualTo(2));
        Assert.That(report.Duplicates, Is.Empty);
    }

    private static void AssertNothingIsLostOrDoneTwice(FaultReport report) => Assert.Multiple(() =>
        {
            Assert.That(report.LostRequests, Is.Empty, "lost requests");
            Assert.That(report.LostDecisions, Is.Empty, "lost decisions");
            Assert.That(report.DecidedTwice, Is.Empty, "decisions applied twice");
            Assert.That(report.StaleCards, Is.Empty, "cards that do not show the final state");
            Assert.That(report.OutOfOrder, Is.Empty, "messages out of order");
            Assert.That(report.Duplicates.Where(duplicate => !duplicate.IsExplained), Is.Empty, "duplicates without a cause");
            Assert.That(report.DeadLetters, Is.Empty, "dead letters");
            Assert.That(report.Ended, Is.Empty, "hosts that ended by themselves");
        });
}
