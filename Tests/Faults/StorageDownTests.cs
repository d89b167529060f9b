using BridgeBot.Cards;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Storage;
using BridgeBot.Tests.Turns;
using Microsoft.Extensions.Time.Testing;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Faults;

/// <summary>Table Storage is gone for a while: people are told to try again, nothing half-done is left, and the bot needs nobody's help
/// once it is back.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class StorageDownTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private AzuriteServer _azurite = null!;
    private TableLine _line = null!;
    private BotUnderTest _bot = null!;

    [SetUp]
    public async Task Start()
    {
        _azurite = await AzuriteServer.StartAsync();
        _line = new TableLine(_azurite.Port);
        var table = _azurite.NewTable();
        _bot = await BotUnderTest.StartAsync(
            _clock,
            $"--Storage:Provider={StorageOptions.AzureTable}",
            $"--Storage:ConnectionString={table.ConnectionString.Replace($":{_azurite.Port}/", $":{_line.Port}/", StringComparison.Ordinal)}",
            $"--Storage:Table={table.Table}");
        await _bot.InstallAsync();
    }

    [TearDown]
    public async Task Stop()
    {
        await _bot.DisposeAsync();
        await _line.DisposeAsync();
        await _azurite.DisposeAsync();
    }

    [Test]
    public async Task Click_StorageIsDown_PersonIsToldToTryAgain()
    {
        var preview = await _bot.ComposeAsync();
        await _line.CutAsync();

        Assert.That((await _bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview])).ToString(), Does.Contain(Messages.TryAgain[..10]));
    }

    [Test]
    public async Task Say_StorageIsDown_PersonIsToldToSendItAgain()
    {
        await _bot.SettledAsync();
        await _line.CutAsync();
        await _bot.SayAsync(Sam, "Why is there no deck for Acme?");

        Assert.That((await _bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Card is null)).Text, Is.EqualTo(Messages.SendAgain));
    }

    [Test]
    public async Task Click_StorageWasDown_SameClickIsTakenOnce()
    {
        var post = _bot.Click(Sam, Sam.Chat, (await _bot.ComposeAsync())[Story.Preview]);
        await _line.CutAsync();
        await _bot.SendClickAsync(post);
        _line.Mend();
        await _bot.SendClickAsync(post);
        await _bot.Teams.ExpectAsync(sent => sent.IsCard());
        await SettledLaterAsync();

        Assert.That(_bot.Teams.All.Count(sent => sent.IsCard()), Is.EqualTo(1));
    }

    [Test]
    public async Task Click_StorageIsDown_NothingHalfDoneIsLeft()
    {
        var preview = await _bot.ComposeAsync();
        await _bot.SettledAsync();
        var before = await StoredAsync();
        await _line.CutAsync();
        await _bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]);
        _line.Mend();

        Assert.That(await StoredAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task Send_StorageGoesDownBeforeItsRecord_IsSentAgainWithoutHelp()
    {
        var accepted = new TaskCompletionSource();
        _bot.Teams.Next(IsStatus, new Behaviour.Waits(accepted.Task));
        await _bot.SayAsync(Sam, "status");
        await _bot.Teams.ExpectAsync(IsStatus);
        await _line.CutAsync();
        accepted.SetResult();
        _line.Mend();
        await SettledLaterAsync();

        Assert.That(_bot.Teams.All.Count(IsStatus), Is.InRange(1, 2));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Use_ServerIsGoneOrDoesNotAnswer_IsUnavailable(bool gone)
    {
        await _line.CutAsync();
        if (!gone) _line.Mend(answers: false);

        Assert.That(() => _bot.Store.ReadAsync("p", "a", default), Throws.TypeOf<StoreUnavailableException>());
        Assert.That(() => _bot.Store.CommitAsync("p", [new Insert("a", "1")], default), Throws.TypeOf<StoreUnavailableException>());
    }

    /// <summary>Lets the bot's time pass until everything is sent and recorded.</summary>
    private Task SettledLaterAsync() => StoredStory.UntilAsync(() =>
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        return _bot.IsSettledAsync();
    });

    private static bool IsStatus(Sent sent) => sent.InChat(Sam) && sent.Card is { Verbs: [] };

    /// <summary>Everything of Sam's, as text.</summary>
    private async Task<IReadOnlyList<string>> StoredAsync()
    {
        var rows = await _bot.Store.RangeAsync(Keys.Requester(await _bot.RequesterAsync(Sam)), "", "~", 1_000, CancellationToken.None);
        return [.. rows.Select(row => $"{row.Key} {row.Body}")];
    }
}
