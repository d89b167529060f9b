using BridgeBot.Host.Channel;
using Microsoft.Extensions.Time.Testing;

namespace BridgeBot.Tests.Channel;

/// <summary>When the connector's keys are fetched.</summary>
internal sealed class SigningKeysTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly LogLines<SigningKeys> _log = new();
    private OpenIdServer _connector = null!;
    private SigningKeys _keys = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _connector = await OpenIdServer.StartAsync();
        _keys = new(_connector.Metadata, _clock, _log);
        _log.Lines.Clear();
    }

    [TearDown]
    public ValueTask StopAsync() => _connector.DisposeAsync();

    private async Task<string> ForAsync(string? keyId) => string.Join(' ', (await _keys.ForAsync(keyId, default)).Select(key => key.Kid));

    [Test]
    public async Task For_AKnownKey_IsFetchedOnceADay()
    {
        await ForAsync("k1");
        _clock.Advance(TimeSpan.FromHours(23.9));
        await ForAsync("k1");
        var before = _connector.Fetches;
        _clock.Advance(TimeSpan.FromHours(0.2));
        await ForAsync("k1");
        Assert.That((before, _connector.Fetches), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task For_UnknownKeys_AreLookedForOnceAnHour()
    {
        await ForAsync("k1");
        foreach (var id in new[] { "k8", "k9", "k8" }) await ForAsync(id);
        var before = _connector.Fetches;
        _clock.Advance(TimeSpan.FromHours(1));
        await ForAsync("k9");
        Assert.That((before, _connector.Fetches), Is.EqualTo((2, 3)));
    }

    [Test]
    public async Task For_ManyTokensAtTheStart_AreOneFetch()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ForAsync("k1")));
        Assert.That(_connector.Fetches, Is.EqualTo(1));
    }

    [Test]
    public async Task For_TheFetchFailed_IsTriedAgainTenSecondsLaterAndNotBefore()
    {
        _connector.IsDown = true;
        await ForAsync("k1");
        _connector.IsDown = false;
        var before = await ForAsync("k1");
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.That((before, await ForAsync("k1")), Is.EqualTo(("", "k1")));
    }

    [Test]
    public async Task For_ARotatedKeyWhoseFetchFailed_DoesNotWaitTheHour()
    {
        await ForAsync("k1");
        _connector.Rotate("k2");
        _connector.IsDown = true;
        await ForAsync("k2");
        _connector.IsDown = false;
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.That(await ForAsync("k2"), Is.EqualTo("k2"));
    }

    [TestCase("no JSON")]
    [TestCase("""{"jwks_uri":7}""")]
    [TestCase("{}")]
    [TestCase("""{"jwks_uri":"http://127.0.0.1:1/keys"}""")]
    public async Task For_MetadataThatIsNone_KeepsWhatIsKnownAndWarns(string document)
    {
        await ForAsync("k1");
        _connector.Instead = document;
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await ForAsync("k1"), _log.Lines.Count), Is.EqualTo(("k1", 1)));
    }
}
