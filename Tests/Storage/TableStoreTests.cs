using BridgeBot.Host.Storage;

namespace BridgeBot.Tests.Storage;

/// <summary>The contract, kept by <see cref="TableStore"/> on Azurite.</summary>
public sealed class TableStoreTests : StoreContract
{
    private TableStore _store = null!;

    protected override IStore Store => _store;

    [OneTimeSetUp]
    public async Task Open() => _store = TableStore.Open((await SharedAzurite.GetAsync()).NewTable());
}
