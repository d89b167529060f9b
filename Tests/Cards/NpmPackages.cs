using BridgeBot.Tests.Browser;

namespace BridgeBot.Tests.Cards;

/// <summary>The packages that the build installed from npm.</summary>
internal static class NpmPackages
{
    /// <summary>A file of a package; where it is missing the test is skipped with the reason, and fails under CI=true.</summary>
    public static string File(string file)
    {
        var path = Path.Combine(Repository.Root, "Tests", "node_modules", file);
        if (!System.IO.File.Exists(path))
        {
            MissingTool.Report($"{file} is not installed; is npm on the PATH? The build runs 'npm ci' in Tests/");
        }

        return path;
    }
}
