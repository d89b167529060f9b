using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using BridgeBot.Tests.Browser;
using BridgeBot.Tests.Storage;

namespace BridgeBot.Tests.Commands;

/// <summary>What <c>dotnet publish</c> leaves, and what the image would be. Neither asks anything of the network.</summary>
internal sealed class PublishTests
{
    private static readonly string Project = Path.Combine(Repository.Root, "Bot", "Host", "BridgeBot.csproj");

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _elsewhere = new();

    [OneTimeSetUp]
    public Task PublishAsync()
    {
        // bin/Debug/net10.0: the tests were built with the program.
        var configuration = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;
        return DotnetAsync("publish", Project, "--no-build", "-c", configuration, "-o", _folder.Path, "--nologo");
    }

    [OneTimeTearDown]
    public void Remove()
    {
        _folder.Dispose();
        _elsewhere.Dispose();
    }

    [Test]
    public async Task Published_StartedElsewhere_FindsItsSettingsAndItsManifest()
    {
        var (code, output, errors) = await BotProgram.RunFromAsync(_folder.Path, _elsewhere.Path, "check");
        Assert.That((code, output[^1], errors.Length), Is.EqualTo((0, "The bot can run.", 0)), string.Join('\n', output));
        Assert.That(output, Has.Some.StartsWith("ok     manifest"));
    }

    [Test]
    public async Task Published_WithItsSettingsChanged_ReadsThose()
    {
        var file = _folder.File("appsettings.json");
        var before = await File.ReadAllTextAsync(file);
        var settings = JsonNode.Parse(before)!;
        settings["Dialog"]!["ExpiresAfterDays"] = 0;
        await File.WriteAllTextAsync(file, settings.ToJsonString());
        var (code, output, _) = await BotProgram.RunFromAsync(_folder.Path, _elsewhere.Path, "check");
        await File.WriteAllTextAsync(file, before);
        Assert.That((code, output[0]), Is.EqualTo((2, output[0])));
        Assert.That(output[0], Does.StartWith("WRONG  settings  Dialog:ExpiresAfterDays"));
    }

    [Test]
    public async Task Image_HasNoShellAndNoRootAndStartsFaster()
    {
        var json = await DotnetAsync(
            "msbuild", Project, "-t:ComputeContainerConfig", "-getProperty:ContainerBaseImage,ContainerUser,PublishReadyToRun", "-p:RuntimeIdentifier=linux-x64");
        var properties = JsonDocument.Parse(json).RootElement.GetProperty("Properties");
        Assert.That(
            (properties.GetProperty("ContainerBaseImage").GetString(), properties.GetProperty("ContainerUser").GetString(), properties.GetProperty("PublishReadyToRun").GetString()),
            Is.EqualTo(("mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra", "app", "true")));
    }

    private static async Task<string> DotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, WorkingDirectory = Repository.Root };

        // The test host's own; another project is not to be evaluated by them.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var dotnet = Process.Start(start)!;
        var output = await dotnet.StandardOutput.ReadToEndAsync();
        await dotnet.WaitForExitAsync();
        return dotnet.ExitCode == 0 ? output : throw new AssertionException(output);
    }
}
