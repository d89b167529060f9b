namespace BridgeBot.Tests.Browser;

/// <summary>The clone that these tests were built in.</summary>
internal static class Repository
{
    /// <summary>Its top folder.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo at) =>
        File.Exists(Path.Combine(at.FullName, "BridgeBot.sln"))
            ? at.FullName
            : Find(at.Parent ?? throw new InvalidOperationException("the tests run outside of the repository"));
}
