using System.CommandLine;
using System.Globalization;
using BridgeBot.Host.Storage;

namespace BridgeBot.Host.Commands;

/// <summary><c>data</c>: everything that is stored, as a file, there and back.</summary>
internal static class DataCommand
{
    public static Command Create() => StoreCommand.Group(
        "data",
        "Moves everything that is stored into a file, and back into either kind of store. The bot must be stopped.",
        StoreCommand.Create("export", "Writes everything into a file, or goes on with an unfinished one.", "FILE", ExportAsync),
        StoreCommand.Create("import", "Reads a file into the store; run again, it goes on.", "FILE", ImportAsync));

    private static Task<int> ExportAsync(StorageOptions storage, string name, CancellationToken cancel) => RunAsync(name, async progress =>
    {
        var store = storage.OpenExisting(alone: true);
        await using (store as IAsyncDisposable)
        {
            await using var file = Open(name, FileMode.OpenOrCreate, FileAccess.ReadWrite);
            var rows = await new DataExport(store, progress).RunAsync(file, name, cancel);
            return string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows are in {name}. It holds what people wrote in private: keep it safe.");
        }
    });

    private static Task<int> ImportAsync(StorageOptions storage, string name, CancellationToken cancel) => RunAsync(name, async progress =>
    {
        await using var file = Open(name, FileMode.Open, FileAccess.Read);
        var store = storage.OpenPatiently();
        await using (store as IAsyncDisposable)
        {
            var (rows, known) = await new DataImport(store, progress).RunAsync(file, name, cancel);
            return string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows of {name} are in the store; {known:N0} of them were there before.");
        }
    });

    private static async Task<int> RunAsync(string name, Func<ProgressBar, Task<string>> run)
    {
        string done;
        using (var progress = new ProgressBar(Console.IsOutputRedirected ? null : Console.Out, TimeProvider.System))
        {
            try
            {
                done = await run(progress);
            }
            catch (StoreUnavailableException fault)
            {
                throw new DataFileException($"{fault.Message} Run it again: it goes on where it stopped.", fault);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException { ParamName: "path" })
            {
                throw new DataFileException($"{name} cannot be used: {fault.Message}", fault);
            }
        }

        await Console.Out.WriteLineAsync(done);
        return 0;
    }

    /// <summary>Opens it for this command alone, and makes it for this user alone.</summary>
    private static FileStream Open(string name, FileMode mode, FileAccess access)
    {
        var how = new FileStreamOptions
        {
            Mode = mode,
            Access = access,
            Share = access is FileAccess.Read ? FileShare.Read : FileShare.None,
            BufferSize = 64 * 1024,
        };
        if (mode is FileMode.OpenOrCreate && !OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(name, how);
    }
}
