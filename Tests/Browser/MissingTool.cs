namespace BridgeBot.Tests.Browser;

/// <summary>Something that a test needs and this machine does not have.</summary>
internal static class MissingTool
{
    /// <summary>Ends a test that this machine cannot run: a failure under CI=true, where everything must run.</summary>
    public static void Report(string what)
    {
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Fail(what);
        }

        Assert.Ignore(what);
    }
}
