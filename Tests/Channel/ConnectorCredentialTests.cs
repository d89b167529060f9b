using Azure.Core;
using Azure.Identity;
using BridgeBot.Host.Channel;
using Microsoft.Extensions.Time.Testing;

namespace BridgeBot.Tests.Channel;

/// <summary>The bot's token is kept, fetched anew ahead of its end, and had again after a failure.</summary>
internal sealed class ConnectorCredentialTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private FakeTimeProvider _clock = null!;
    private Entra _entra = null!;
    private LogLines<ConnectorCredential> _log = null!;
    private ConnectorCredential _credential = null!;

    [SetUp]
    public void Start()
    {
        _clock = new(DateTimeOffset.UtcNow);
        _entra = new(_clock);
        _log = new();
        _credential = new(_entra, BotCloud.UsGovernment, ConnectorHosts.Of(BotCloud.UsGovernment, new()), _clock, _log);
    }

    private async Task<string> TokenAsync() => await _credential.TokenAsync(default);

    [Test]
    public async Task Token_AskedForOften_IsFetchedOnceForItsCloud()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TokenAsync()));
        Assert.That((_entra.Asked, _entra.Scope), Is.EqualTo((1, "https://api.botframework.us/.default")));
    }

    [Test]
    public async Task Token_FiveMinutesBeforeItsEnd_IsFetchedAnewWhileTheOldOneIsSent()
    {
        await TokenAsync();
        _clock.Advance(Lifetime - TimeSpan.FromMinutes(5));
        Assert.That((await TokenAsync(), await TokenAsync(), _entra.Asked), Is.EqualTo(("token 1", "token 2", 2)));
    }

    [Test]
    public async Task Token_TheNextCannotBeHad_GoesOnWithTheOldOneAndSaysSo()
    {
        await TokenAsync();
        _entra.Fails = true;
        _clock.Advance(Lifetime - TimeSpan.FromMinutes(5));
        var sent = (await TokenAsync(), await TokenAsync());
        Assert.That((sent, _entra.Asked, _credential.Fault), Is.EqualTo((("token 1", "token 1"), 2, "AADSTS7000222: expired")));
        Assert.That(_log.Lines.Single().Line, Does.Contain("AADSTS7000222: expired").And.Not.Contain("Trace"));
    }

    [Test]
    public async Task Token_AfterAFailure_IsAskedForAgainTenSecondsLater()
    {
        _entra.Fails = true;
        Assert.That(TokenAsync, Throws.TypeOf<AuthenticationFailedException>());
        Assert.That(TokenAsync, Throws.TypeOf<AuthenticationFailedException>());
        var asked = _entra.Asked;
        _entra.Fails = false;
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.That((asked, await TokenAsync(), _credential.Fault), Is.EqualTo((1, "token 2", (string?)null)));
    }

    [Test]
    public async Task Token_ThatEndsWithinAMinute_IsNotSent()
    {
        await TokenAsync();
        _clock.Advance(Lifetime - TimeSpan.FromMinutes(1));
        Assert.That(await TokenAsync(), Is.EqualTo("token 2"));
    }

    /// <summary>Gives tokens of an hour, one after the other, or fails.</summary>
    private sealed class Entra(TimeProvider clock) : TokenCredential
    {
        public bool Fails { get; set; }

        public int Asked { get; private set; }

        public string Scope { get; private set; } = "";

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            (Asked, Scope) = (Asked + 1, requestContext.Scopes[0]);
            return Fails
                ? throw new AuthenticationFailedException("AADSTS7000222: expired\nTrace ID: 1")
                : new($"token {Asked}", clock.GetUtcNow() + Lifetime);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
