namespace BridgeBot.Tests.Storage;

/// <summary>One Azurite for all tests of this namespace, started by the first that needs it.</summary>
[SetUpFixture]
public sealed class SharedAzurite
{
    private static AzuriteServer? server;

    internal static async Task<AzuriteServer> GetAsync() => server ??= await AzuriteServer.StartAsync();

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (server is not null) await server.DisposeAsync();
        server = null;
    }
}
