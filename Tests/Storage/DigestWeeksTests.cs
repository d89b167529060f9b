using BridgeBot.Core.Digest;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Turns;
using Microsoft.Extensions.Time.Testing;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Storage;

/// <summary>
/// Weeks of life go through the real host on either store: digests are due on Mondays at nine in Berlin, hosts are killed while they
/// send and started again, there are two of them, and the connector has too much to do.
/// </summary>
[TestFixture(StorageOptions.Sqlite)]
[TestFixture(StorageOptions.AzureTable)]
internal sealed class DigestWeeksTests(string provider)
{
    /// <summary>A Tuesday; in Berlin it is an hour later.</summary>
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset FirstMonday = new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    private FakeTimeProvider _clock = null!;
    private BotUnderTest _bot = null!;
    private IAsyncDisposable? _beside;

    private bool HasReplica => provider == StorageOptions.AzureTable;

    [SetUp]
    public async Task BeginAsync()
    {
        _clock = new(Start);
        string[] switches = ["--Digest:Schedule=0 9 * * MON"];
        if (HasReplica)
        {
            var table = (await SharedAzurite.GetAsync()).NewTable();
            switches = [.. switches, $"--Storage:Provider={table.Provider}", $"--Storage:ConnectionString={table.ConnectionString}", $"--Storage:Table={table.Table}"];
        }

        _bot = await BotUnderTest.StartAsync(_clock, switches);
        _beside = HasReplica ? await _bot.StartBesideAsync() : null;
        await _bot.InstallAsync();
    }

    [TearDown]
    public async Task EndAsync()
    {
        if (_beside is not null)
        {
            await _beside.DisposeAsync();
        }

        await _bot.DisposeAsync();
    }

    /// <summary>One a week; a second only where a host was killed between a send that was accepted and its record.</summary>
    [Test]
    public async Task EightWeeks_WithKillsAndAThrottlingConnector_EachHasExactlyOneDigest()
    {
        var killed = 0;
        for (var week = 0; week < 8; week++)
        {
            var card = await _bot.PostAsync();
            if (week % 2 == 0)
            {
                await _bot.ApproveAsync(Maria, card);
            }

            await SettledAsync();
            var due = FirstMonday.AddDays(7 * week).AddMinutes(5);
            switch (week % 4)
            {
                case 0:
                    await StopAllAsync();
                    _clock.SetUtcNow(due);
                    await StartAllAsync();
                    break;
                case 1:
                    _bot.Teams.Next(IsDigest, new Behaviour.Hangs());
                    _clock.SetUtcNow(due);
                    await ExpectDigestAsync();
                    await KillAsync();
                    killed++;
                    break;
                case 2:
                    _bot.Teams.Next(IsDigest, new Behaviour.Fails(429, TimeSpan.FromSeconds(20)));
                    _bot.Teams.Next(IsDigest, new Behaviour.Fails(503));
                    _clock.SetUtcNow(due);
                    break;
                default:
                    _clock.SetUtcNow(due);
                    break;
            }

            var digest = await ExpectDigestAsync();
            Assert.That(digest.Body.ToString(), Does.Contain($"The week: 1 asked, {(week % 2 == 0 ? 1 : 0)} answered, 0 delivered"));
            await SettledAsync();
            await KillAsync();
        }

        Assert.That(Digests(), Is.EqualTo(8 + killed));
        Assert.That(await StoredAsync(Keys.DigestMarkFrom), Is.EqualTo(8));
        Assert.That(await StoredAsync(Keys.TotalsFrom), Is.EqualTo(8));
        Assert.That(await StoredAsync(Keys.HappenedFrom), Is.EqualTo(7), "of the weeks before the last five nothing is kept");
    }

    [Test]
    public async Task Schedule_ChangedAfterTheDigestOfTheWeek_BringsAnother()
    {
        _clock.SetUtcNow(FirstMonday.AddMinutes(5));
        await ExpectDigestAsync();
        await _bot.MentionAsync(Maria, Place.Marketing, "digest wednesday 15:00");
        await _bot.Teams.ExpectAsync(sent => sent.InChannel() && sent.Text.Contains("Wednesday 2 December, 15:00 (Europe/Berlin)", StringComparison.Ordinal));
        await SettledAsync();
        _clock.SetUtcNow(FirstMonday.AddDays(2).AddHours(6).AddMinutes(5));
        await ExpectDigestAsync();
        await SettledAsync();
        await NothingComesAsync(FirstMonday.AddDays(7).AddHours(1));

        Assert.That(Digests(), Is.EqualTo(2));
    }

    [Test]
    public async Task Schedule_ChangedWhileADigestIsWaitedFor_TheDigestComesOnceAllTheSame()
    {
        await _bot.PostAsync();
        await SettledAsync();
        _clock.SetUtcNow(FirstMonday.AddMinutes(3));
        await SayAsync("digest wednesday 15:00");
        Assert.That(Digests(), Is.Zero);

        _clock.SetUtcNow(FirstMonday.AddMinutes(5));

        Assert.That((await ExpectDigestAsync()).Body.ToString(), Does.Contain("The week: 1 asked"));
        await SettledAsync();
        await NothingComesAsync(FirstMonday.AddHours(1));
    }

    [Test]
    public async Task Schedule_OfEachDay_LeavesAPreviewItsSevenDays()
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        await SayAsync("digest 0 9 * * *");
        await _bot.PostAsync();
        await SettledAsync();
        for (var day = 1; day <= 4; day++)
        {
            _clock.SetUtcNow(FirstMonday.AddDays(day - 6).AddMinutes(5));
            await _bot.ExpectLaterAsync(sent => IsDigest(sent) && sent.IsAccepted, Moment);
            await SettledAsync();
        }

        await _bot.MentionAsync(Maria, Place.Marketing, "digest now");

        var preview = await _bot.ExpectLaterAsync(sent => IsDigest(sent) && sent.Body.ToString().Contains(BridgeBot.Cards.Phrases.DigestPreview, StringComparison.Ordinal), Moment);
        Assert.That(preview.Body.ToString(), Does.Contain("The week: 1 asked"));
    }

    [Test]
    public async Task Paused_NoneComes_AndAfterResumingTheNextDoes()
    {
        await SayAsync("digest pause");
        await NothingComesAsync(FirstMonday.AddHours(1));
        _clock.SetUtcNow(FirstMonday.AddDays(1));
        await SayAsync("digest resume");
        Assert.That(Digests(), Is.Zero);
        _clock.SetUtcNow(FirstMonday.AddDays(7).AddMinutes(5));
        await ExpectDigestAsync();
    }

    [TestCase("digest pause", TestName = "Resumed_AfterItWasDueAndBeforeItIsSent_ItComes")]
    [TestCase("digest resume", TestName = "Resumed_WithoutAPauseAfterItWasDue_ItComes")]
    public async Task Resumed(string before)
    {
        await SayAsync(before);
        _clock.SetUtcNow(FirstMonday.AddMinutes(3));
        await SayAsync("digest resume");
        Assert.That(Digests(), Is.Zero);
        _clock.SetUtcNow(FirstMonday.AddMinutes(6));
        await ExpectDigestAsync();
        await SettledAsync();
        await NothingComesAsync(FirstMonday.AddHours(1));
    }

    [TestCase(30, true)]
    [TestCase(50, false)]
    public async Task Down_WhenTheDigestIsDue_ItComesOnceAndSaysThatItIsLateUnlessItIsTooOld(int hours, bool comes)
    {
        await StopAllAsync();
        _clock.SetUtcNow(FirstMonday.AddHours(hours));
        await StartAllAsync();
        if (comes)
        {
            var digest = await ExpectDigestAsync();
            Assert.That(digest.Body.ToString(), Does.Contain(BridgeBot.Cards.Phrases.DigestLate));
            await KillAsync();
        }

        await NothingComesAsync(FirstMonday.AddHours(hours + 2));
        Assert.That(Digests(), Is.EqualTo(comes ? 1 : 0));
    }

    [Test]
    public async Task Preview_IsShownHereAndStoresNothing()
    {
        await _bot.MentionAsync(Maria, Place.Marketing, "digest now");
        Assert.That((await ExpectDigestAsync()).Body.ToString(), Does.Contain(BridgeBot.Cards.Phrases.DigestPreview));
        await SettledAsync();

        Assert.That(await StoredAsync(Keys.TotalsFrom) + await StoredAsync(Keys.DigestMarkFrom), Is.Zero);
    }

    [Test]
    public async Task AnEventThatCameLate_IsInTheTotalsOfItsWeek()
    {
        var card = await _bot.PostAsync();
        await SettledAsync();
        _clock.SetUtcNow(FirstMonday.AddMinutes(5));
        await ExpectDigestAsync();
        var thread = await _bot.StoredThreadAsync(card);
        var late = new DigestEvent(
            thread.Id, 3, FirstMonday.AddMinutes(-1), Happening.Approved, "Deck", "deck", thread.RequesterId, thread.Requester);
        await _bot.Store.CommitAsync(Home, [new Insert(Keys.Happened(late.At, late.ThreadId, 3), StateJson.Write(late))], default);
        _clock.SetUtcNow(FirstMonday.AddDays(7).AddMinutes(5));
        await ExpectDigestAsync();
        await SettledAsync();

        Assert.That((await TotalsAsync()).Select(one => (one.Figures.Asked, one.Figures.Approved)), Is.EqualTo(new[] { (1, 1), (0, 0) }));
    }

    [Test]
    public async Task RowsRemovedByRetention_TheTotalsOfTheirWeekStay()
    {
        var card = await _bot.PostAsync();
        await _bot.ClickAsync(Maria, Place.Marketing, card.Card![BridgeBot.Cards.Verbs.Decline], card.ActivityId, (BridgeBot.Cards.Verbs.InputReason, "No time"));
        await _bot.UntilListedAsync(card, Core.Threads.ThreadStatus.Declined);
        await SettledAsync();
        _clock.SetUtcNow(FirstMonday.AddMinutes(5));
        await ExpectDigestAsync();
        await SettledAsync();
        await new Host.Outbox.Retention(_bot.Store, new() { ClosedThreadsDays = 40 }, new FakeTimeProvider(Start.AddDays(41)))
            .TidyAsync(Keys.Requester(await _bot.RequesterAsync(Sam)), default);
        Assert.That(await StoredAsync(Keys.HappenedFrom), Is.Zero);
        _clock.SetUtcNow(FirstMonday.AddDays(7).AddMinutes(5));
        await ExpectDigestAsync();
        await SettledAsync();

        Assert.That((await TotalsAsync()).Select(one => (one.Figures.Asked, one.Figures.Declined)), Is.EqualTo(new[] { (1, 1), (0, 0) }));
    }

    [Test]
    public async Task OwnDigest_WantedByARep_ComesOnMondaysUntilItIsNot()
    {
        await _bot.PostAsync();
        await SaySamAsync("digest on");
        for (var week = 0; week < 2; week++)
        {
            await SettledAsync();
            _clock.SetUtcNow(FirstMonday.AddDays(7 * week).AddMinutes(5));
            var own = await _bot.ExpectLaterAsync(IsOwnDigest, Moment);
            Assert.That(own.Body.ToString(), Does.Contain("Your week: 0 waiting for a word from you, 0 delivered, 1 under way"));
            await SettledAsync();
            await KillAsync();
        }

        await SaySamAsync("digest off");
        _clock.SetUtcNow(FirstMonday.AddDays(14).AddMinutes(5));
        await ExpectDigestAsync();
        await SettledAsync();
        Assert.That(_bot.Teams.All.Count(sent => IsOwnDigest(sent) && sent.IsAccepted), Is.EqualTo(2));
    }

    [Test]
    public async Task OwnDigest_WantedOnceMoreAfterItWasDue_ComesAllTheSame()
    {
        await _bot.PostAsync();
        await SaySamAsync("digest on");
        await SettledAsync();
        _clock.SetUtcNow(FirstMonday.AddMinutes(3));
        await SaySamAsync("digest on");
        await SettledAsync();
        _clock.SetUtcNow(FirstMonday.AddMinutes(6));
        await _bot.ExpectLaterAsync(IsOwnDigest, Moment);
    }

    private static string Home => Keys.Channel(Place.Tenant, Place.Marketing.Id);

    private static bool IsDigest(Sent sent) => sent.InChannel() && sent.IsNewPost && sent.Body.ToString().Contains(BridgeBot.Cards.Phrases.DigestTitle, StringComparison.Ordinal);

    private static bool IsOwnDigest(Sent sent) => sent.InChat(Sam) && sent.Body.ToString().Contains(BridgeBot.Cards.Phrases.OwnDigestTitle, StringComparison.Ordinal);

    private int Digests() => _bot.Teams.All.Count(sent => IsDigest(sent) && sent.IsAccepted);

    private Task<Sent> ExpectDigestAsync() => _bot.ExpectLaterAsync(sent => IsDigest(sent) && sent.IsAccepted, Moment);

    private async Task<int> StoredAsync(string prefix) => (await _bot.Store.RangeAsync(Home, prefix, prefix + "~", 1_000, default)).Count;

    private async Task<IReadOnlyList<DigestTotals>> TotalsAsync() =>
        [.. (await _bot.Store.RangeAsync(Home, Keys.TotalsFrom, Keys.TotalsTo, 10, default)).Select(row => StateJson.Read<DigestTotals>(row.Body))];

    private async Task SayAsync(string text)
    {
        await _bot.MentionAsync(Maria, Place.Marketing, text);
        await _bot.Teams.ExpectAsync(sent => sent.InChannel() && sent.Text.Contains("digest", StringComparison.OrdinalIgnoreCase));
        await SettledAsync();
    }

    private async Task SaySamAsync(string text)
    {
        await _bot.SayAsync(Sam, text);
        await _bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Text.Contains("digest", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Time passes to an instant and everything that is due then is done.</summary>
    private async Task NothingComesAsync(DateTimeOffset until)
    {
        var before = Digests();
        _clock.SetUtcNow(until);
        await SettledAsync();
        Assert.That(Digests(), Is.EqualTo(before));
    }

    /// <summary>Lets time pass until everything is done: what a killed host had in hand, others take up when its lease has ended.</summary>
    private Task SettledAsync() => StoredStory.UntilAsync(async () =>
    {
        var isSettled = await _bot.IsSettledAsync();
        _clock.Advance(isSettled ? TimeSpan.Zero : Moment);
        return isSettled;
    });

    private async Task KillAsync()
    {
        await StopAllAsync();
        await StartAllAsync();
    }

    private async Task StopAllAsync()
    {
        await _bot.StopAsync();
        if (_beside is not null)
        {
            await _beside.DisposeAsync();
        }
    }

    private async Task StartAllAsync()
    {
        await _bot.StartAgainAsync();
        _beside = HasReplica ? await _bot.StartBesideAsync() : null;
    }
}
