using BridgeBot.Host.Storage;

namespace BridgeBot.Tests.Storage;

/// <summary>A store of a test's own, of either kind, and the folder that goes with it.</summary>
internal sealed class NewStore : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private NewStore(TemporaryFolder folder, StorageOptions options) => (_folder, Options, Store) = (folder, options, options.Open());

    /// <summary>The settings that name it.</summary>
    public StorageOptions Options { get; }

    public IStore Store { get; }

    public string File(string name) => _folder.File(name);

    /// <summary>A new one, empty.</summary>
    /// <param name="provider">What <c>Storage:Provider</c> says.</param>
    public static async Task<NewStore> OfAsync(string provider)
    {
        var folder = new TemporaryFolder();
        return new(
            folder,
            provider == StorageOptions.Sqlite ? new() { Path = folder.File("bridgebot.db") } : (await SharedAzurite.GetAsync()).NewTable());
    }

    /// <summary>Lets go of it, so that a command can open it; what was stored stays.</summary>
    public ValueTask CloseAsync() => (Store as IAsyncDisposable)?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Everything that is stored.</summary>
    public async Task<IReadOnlyList<StoredRow>> AllAsync() => await Store.AllAsync(null, default).ToListAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _folder.Dispose();
    }
}
