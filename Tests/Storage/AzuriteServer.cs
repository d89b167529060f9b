using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using BridgeBot.Host.Storage;
using BridgeBot.Tests.Browser;
using BridgeBot.Tests.Cards;

namespace BridgeBot.Tests.Storage;

/// <summary>
/// Microsoft's Azurite (<see href="https://github.com/Azure/Azurite"/>), a real server of Table Storage on a free port of this
/// machine, with an account and a folder of its own. It ends when this is disposed, or when the test run ends however it ends.
/// </summary>
internal sealed class AzuriteServer : IAsyncDisposable
{
    private const string Account = "bridgebot";

    private readonly Process _process;
    private readonly string _key;
    private bool _ended;

    private AzuriteServer(Process process, string key, int port) => (_process, _key, Port) = (process, key, port);

    /// <summary>Where it listens, on loopback.</summary>
    public int Port { get; }

    /// <summary>What <c>Storage:ConnectionString</c> is to say.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={_key};TableEndpoint=http://127.0.0.1:{Port}/{Account};";

    /// <summary>Starts it. Where it is not installed the test is skipped with the reason, and fails under CI=true.</summary>
    public static async Task<AzuriteServer> StartAsync()
    {
        NpmPackages.File("azurite/dist/src/table/main.js");
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        var start = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "Tests", "Storage", "azurite.cjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AZURITE_ACCOUNTS"] = $"{Account}:{key}" },
        };
        var process = Started(start);
        process.ErrorDataReceived += (_, line) => TestContext.Progress.WriteLine($"Azurite: {line.Data}");
        return new(process, key, await PortAsync(process));
    }

    /// <summary>The settings of a table of its own, with no rows.</summary>
    public StorageOptions NewTable() => new()
    {
        Provider = StorageOptions.AzureTable,
        ConnectionString = ConnectionString,
        Table = $"t{Guid.NewGuid():N}",
    };

    public async ValueTask DisposeAsync()
    {
        if (_ended) return;
        _ended = true;
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            MissingTool.Report("Node.js is missing, which Azurite runs on; install Node.js 20 or newer");
            throw;
        }
    }

    private static async Task<int> PortAsync(Process process)
    {
        const string Ready = "listening on ";
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith(Ready, StringComparison.Ordinal))
            {
                process.BeginErrorReadLine();
                // Nobody reads on, and what nobody reads would stop it once the pipe is full.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return int.Parse(line.AsSpan(Ready.Length), CultureInfo.InvariantCulture);
            }
        }

        throw new InvalidOperationException($"Azurite did not start: {await process.StandardError.ReadToEndAsync(patience.Token)}");
    }
}
