using System.Globalization;

namespace BridgeBot.Host.Playground;

/// <summary>Node.js and its package manager, as found on this machine.</summary>
/// <param name="Node">Full path of node.</param>
/// <param name="Npm">Full path of npm.</param>
internal sealed record NodeTools(string Node, string Npm)
{
    /// <summary>The oldest major version that the local client runs on.</summary>
    public const int OldestNode = 20;

    /// <summary>Finds both.</summary>
    /// <param name="searchPath">Folders as in the environment variable PATH.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="PlaygroundException">Something is missing or too old.</exception>
    public static async Task<NodeTools> FindAsync(string searchPath, CancellationToken cancel)
    {
        var node = Find("node", searchPath)
            ?? throw new PlaygroundException($"Node.js is missing: install Node.js {OldestNode} or newer (https://nodejs.org)");
        var npm = Find("npm", searchPath)
            ?? throw new PlaygroundException("npm is missing: it comes with Node.js (https://nodejs.org)");

        var version = await ToolRun.RunAsync(node, ["--version"], Path.GetTempPath(), cancel);
        return Major(version.Output) >= OldestNode
            ? new NodeTools(node, npm)
            : throw new PlaygroundException($"Node.js {OldestNode} or newer is needed, this is {version.Output.Trim()}");
    }

    /// <summary>The major version in what <c>node --version</c> prints, such as v20.20.2; 0 if there is none.</summary>
    internal static int Major(string version) =>
        int.TryParse(version.Trim().TrimStart('v').Split('.')[0], CultureInfo.InvariantCulture, out var major) ? major : 0;

    private static string? Find(string name, string searchPath)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        var candidates =
            from folder in searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            from ending in endings
            select Path.GetFullPath(Path.Combine(folder, name + ending));
        return candidates.FirstOrDefault(File.Exists);
    }
}
