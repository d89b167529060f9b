using BridgeBot.Host.Playground;

namespace BridgeBot.Tests.Playground;

public sealed class BotAddressTests
{
    [TestCase("http://localhost:3978", "http://127.0.0.1:3978/api/messages")]
    [TestCase("http://[::]:3978", "http://127.0.0.1:3978/api/messages")]
    [TestCase("http://0.0.0.0:80", "http://127.0.0.1/api/messages")]
    [TestCase("http://*:5000", "http://127.0.0.1:5000/api/messages")]
    [TestCase("http://192.0.2.7:5000", "http://192.0.2.7:5000/api/messages")]
    [TestCase("http://[::1]:5000", "http://[::1]:5000/api/messages")]
    public void EndpointOf_PlainHttp_IsReachableFromThisMachine(string listening, string endpoint) =>
        Assert.That(BotAddress.EndpointOf([listening]), Is.EqualTo(new Uri(endpoint)));

    [Test]
    public void EndpointOf_SeveralAddresses_TakesPlainHttp() =>
        Assert.That(
            BotAddress.EndpointOf(["https://localhost:7001", "http://localhost:5001"]),
            Is.EqualTo(new Uri("http://127.0.0.1:5001/api/messages")));

    [Test]
    public void EndpointOf_OnlyHttps_IsNull() => Assert.That(BotAddress.EndpointOf(["https://localhost:7001"]), Is.Null);
}
