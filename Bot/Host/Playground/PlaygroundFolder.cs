namespace BridgeBot.Host.Playground;

/// <summary>manifest/playground: the clients' npm package and a configuration folder for each.</summary>
/// <param name="Path">Its full path.</param>
internal sealed record PlaygroundFolder(string Path)
{
    /// <summary>The script that starts a client.</summary>
    public string Script => System.IO.Path.Combine(Path, "client.cjs");

    /// <summary>Whether the packages that the lock file names have yet to be installed.</summary>
    public bool NeedsInstall
    {
        get
        {
            // npm writes this file last, so an installation that was cut short counts as none.
            var installed = new FileInfo(System.IO.Path.Combine(Path, "node_modules", ".package-lock.json"));
            var wanted = new FileInfo(System.IO.Path.Combine(Path, "package-lock.json"));
            return !installed.Exists || installed.LastWriteTimeUtc < wanted.LastWriteTimeUtc;
        }
    }

    /// <summary>Finds the folder of the repository that holds <paramref name="start"/>.</summary>
    /// <returns>Null outside of a repository, as in a published folder.</returns>
    public static PlaygroundFolder? Find(string start)
    {
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(at.FullName, "BridgeBot.sln")))
            {
                var found = new PlaygroundFolder(System.IO.Path.Combine(at.FullName, "manifest", "playground"));
                return File.Exists(found.Script) ? found : null;
            }
        }

        return null;
    }
}
