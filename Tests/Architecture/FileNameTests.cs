using BridgeBot.Core.Intake;

namespace BridgeBot.Tests.Architecture;

public sealed class FileNameTests
{
    private static readonly string CoreFolder = Path.Combine(Root(), "Bot", "Core");

    /// <summary>The source files of Core as paths below it, such as <c>Intake/Dialog.cs</c>.</summary>
    private static IEnumerable<string> CoreFiles => Directory
        .EnumerateFiles(CoreFolder, "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(CoreFolder, file).Replace('\\', '/'))
        .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal));

    [Test]
    public void CoreFile_Name_IsThatOfATypeInItsFolder([ValueSource(nameof(CoreFiles))] string file)
    {
        var type = $"BridgeBot.Core.{file[..file.IndexOf('.', StringComparison.Ordinal)].Replace('/', '.')}";

        Assert.That(
            typeof(IntakeDialog).Assembly.GetTypes().Select(found => found.FullName!.Split('`')[0]), Does.Contain(type));
    }

    [Test]
    public void CoreFiles_AreFound() => Assert.That(CoreFiles, Does.Contain("Intake/Dialog.cs"));

    /// <summary>The folder of the solution, above wherever the tests were built to.</summary>
    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BridgeBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests run outside of the repository");
    }
}
