using BridgeBot.Host.Channel;
using BridgeBot.Host.Commands;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Channel;
using BridgeBot.Tests.Storage;
using Microsoft.AspNetCore.Http;

namespace BridgeBot.Tests.Commands;

/// <summary>What <c>check</c> says, and its exit code. What it asks Microsoft for is not asked for here.</summary>
internal sealed class CheckCommandTests
{
    private static async Task<(int Code, string[] Lines)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        var code = await CheckCommand.RunAsync(["--environment=Development", .. args], output, default);
        return (code, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Test]
    public async Task Check_BeforeTheFirstStart_SaysThatTheBotCanRunAndMakesNothing()
    {
        using var folder = new TemporaryFolder();
        var (code, lines) = await RunAsync($"--Storage:Path={folder.File("new.db")}");
        Assert.That((code, lines[^1], File.Exists(folder.File("new.db"))), Is.EqualTo((0, "The bot can run.", false)));
    }

    [Test]
    public async Task Check_BesideARunningBot_SaysThatTheBotCanRun()
    {
        await using var host = await NewStore.OfAsync(StorageOptions.Sqlite);
        var (code, lines) = await RunAsync($"--Storage:Path={host.Options.Path}");
        Assert.That((code, lines.All(line => !line.StartsWith("WRONG", StringComparison.Ordinal))), Is.EqualTo((0, true)));
    }

    [Test]
    public async Task Check_SettingsThatAreWrong_NamesAllOfThemAndSaysWhereTheyAre()
    {
        var (code, lines) = await RunAsync("--Dialog:ExpiresAfterDays=0", "--Bot:AppId=bridgebot", "--Storage:Provider=Paper");
        Assert.That((code, lines.Length), Is.EqualTo((2, 6)));
        Assert.That(lines[..5], Has.All.StartsWith("WRONG  settings  "));
        Assert.That(lines[5], Does.Contain("appsettings.json").And.Contain("Bot__AppId"));
    }

    [Test]
    public async Task Check_AStoreThatCannotBeUsed_SaysWhy()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("text.db"), "this is not a database, though it is as long as the header of one would be, at least so long");
        var missing = await RunAsync($"--Storage:Path={folder.File("no/such/folder.db")}");
        var damaged = await RunAsync($"--Storage:Path={folder.File("text.db")}");
        Assert.That((missing.Code, damaged.Code), Is.EqualTo((2, 2)));
        Assert.That((string[])[missing.Lines[2], damaged.Lines[2]], Has.All.StartsWith("WRONG  store     Storage:Path"));
    }

    /// <summary>Teams answers 403 and 404 to a bot that was removed, 5xx when it has no time; the rest is a roster.</summary>
    [TestCase(200, true, "Teams lets the bot see it")]
    [TestCase(403, false, "Add the app to the channel's team again")]
    [TestCase(404, false, "Add the app to the channel's team again")]
    [TestCase(401, false, "Look at the line \"token\"")]
    [TestCase(503, false, "Look at the line \"token\"")]
    public async Task Verdict_OnAChannel_FollowsWhatTeamsAnswers(int status, bool isRight, string says)
    {
        await using var teams = await LoopbackServer.StartAsync(async http =>
        {
            http.Response.StatusCode = status;
            await http.Response.WriteAsync("""{"members":[{"id":"29:maria"}],"continuationToken":"there are more"}""");
        });
        using var http = Connector.CreateHttpClient();
        ConversationReference channel = new(teams.Address.ToString(), "19:marketing", ConversationType.Channel, "tenant", "28:bot", "BridgeBot", null, "Requests", null);

        var (right, text) = CheckCommand.Verdict(await new Roster(http, null).LookAsync(channel, default));

        Assert.That(right, Is.EqualTo(isRight));
        Assert.That(text, Does.Contain(says));
    }

    [Test]
    public async Task Check_TypedByAnOperator_IsACommand()
    {
        var (code, output, errors) = await BotProgram.RunAsync("check");
        Assert.That((code, output[^1], errors.Length), Is.EqualTo((0, "The bot can run.", 0)));
    }
}
