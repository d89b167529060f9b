using BridgeBot.Host.Storage;

namespace BridgeBot.Tests.Storage;

/// <summary>The contract, kept by <see cref="SqliteStore"/>.</summary>
public sealed class SqliteContractTests : StoreContract
{
    private TemporaryFolder _folder = null!;
    private SqliteStore _store = null!;

    protected override IStore Store => _store;

    [OneTimeSetUp]
    public void Open()
    {
        _folder = new TemporaryFolder();
        _store = SqliteStore.Open(_folder.File("contract.db"));
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }
}
