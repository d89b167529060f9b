using Azure.Core;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace BridgeBot.Tests.Channel;

/// <summary>Where the bot's token may be sent.</summary>
internal sealed class ConnectorHostsTests
{
    [TestCase("https://smba.trafficmanager.net/emea/", true)]
    [TestCase("https://SMBA.trafficmanager.net/emea/", true)]
    [TestCase("https://smba.infra.gcc.teams.microsoft.com/teams", true)]
    [TestCase("https://europe.webchat.botframework.com/", true)]
    [TestCase("http://smba.trafficmanager.net/emea/", false)]
    [TestCase("https://smba.trafficmanager.net:8443/", false)]
    [TestCase("https://smba.trafficmanager.net.example.com/", false)]
    [TestCase("https://evil.trafficmanager.net/", false)]
    [TestCase("https://evil.smba.trafficmanager.net/", false)]
    [TestCase("https://smba.trafficmanager.net./", false)]
    [TestCase("https://evilbotframework.com/", false)]
    [TestCase("https://.botframework.com/", false)]
    [TestCase("https://botframework.com/", false)]
    [TestCase("https://smba.trafficmanager.net@example.com/", false)]
    [TestCase("https://user@smba.trafficmanager.net/", false)]
    [TestCase("https://example.com/smba.trafficmanager.net", false)]
    [TestCase("https://smba.trafficmanager.net\\@example.com/", false)]
    [TestCase("https://smba.infra.gov.teams.microsoft.us/", false)]
    public void Trusts_InThePublicCloud_GoesByTheWholeHost(string address, bool trusted) =>
        Assert.That(
            Uri.TryCreate(address, UriKind.Absolute, out var uri) && ConnectorHosts.Of(BotCloud.Public, new()).Trusts(uri), Is.EqualTo(trusted));

    [TestCase("https://smba.infra.gov.teams.microsoft.us/teams", true)]
    [TestCase("https://smba.infra.dod.teams.microsoft.us/teams", true)]
    [TestCase("https://webchat.botframework.azure.us/", true)]
    [TestCase("https://smba.trafficmanager.net/emea/", false)]
    public void Trusts_InTheGovernmentsCloud_IsItsOwnHosts(string address, bool trusted) =>
        Assert.That(ConnectorHosts.Of(BotCloud.UsGovernment, new()).Trusts(new(address)), Is.EqualTo(trusted));

    [TestCase("https://one.example.com/", true)]
    [TestCase("https://below.two.example.com/", true)]
    [TestCase("https://two.example.com/", false)]
    [TestCase("https://below.one.example.com/", false)]
    [TestCase("https://smba.trafficmanager.net/", true)]
    public void Trusts_HostsOfTheSettings_ComeOnTop(string address, bool trusted) =>
        Assert.That(
            ConnectorHosts.Of(BotCloud.Public, new() { ServiceHosts = ["one.example.com", " *.Two.example.com "] }).Trusts(new(address)),
            Is.EqualTo(trusted));

    [TestCase("https://example.com/")]
    [TestCase("https://evil.trafficmanager.net/emea/")]
    [TestCase("https://smba.trafficmanager.net@example.com/")]
    [TestCase("https://smba.trafficmanager.net:444/")]
    [TestCase("http://smba.trafficmanager.net/")]
    public async Task Post_ToAForgedServiceUrl_NeverAsksForATokenAndSendsNothing(string service)
    {
        var tokens = new CountingCredential();
        using var network = new CountingHandler();
        using var http = new HttpClient(network);
        var connector = new Connector(
            http, new ConnectorCredential(tokens, BotCloud.Public, ConnectorHosts.Of(BotCloud.Public, new()), TimeProvider.System, NullLogger<ConnectorCredential>.Instance),
            TimeProvider.System);
        var to = new ConversationReference(service, "a:chat", ConversationType.Personal, "T", "28:bot", "BridgeBot", null, null, null);
        var posted = await connector.PostAsync(to, OutgoingActivity.OfText("hello"), default);
        var updated = await connector.UpdateAsync(to, "1", OutgoingActivity.OfText("hello"), default);
        Assert.That((posted is SendRefused, updated is SendRefused, tokens.Asked, network.Sent), Is.EqualTo((true, true, 0, 0)));
    }

    private sealed class CountingCredential : TokenCredential
    {
        public int Asked { get; private set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Asked++;
            return new("secret", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    private sealed class CountingHandler : HttpMessageHandler
    {
        public int Sent { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent++;
            return Task.FromResult(new HttpResponseMessage());
        }
    }
}
