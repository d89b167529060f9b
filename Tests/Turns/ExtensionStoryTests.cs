using System.Text.Json;
using System.Text.Json.Nodes;
using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>The message extension: invokes as Teams documents them, answered by the HTTP call.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ExtensionStoryTests : StoryFixture
{
    private const string Message = "<div>The <b>brochure</b> is useless, Acme needs prices!</div>";

    [TestCase("")]
    [TestCase("acme")]
    [TestCase("waiting")]
    [TestCase("case stu")]
    public async Task Search_OfTheirOwn_FindsThemInAnyChat(string text)
    {
        await Bot.PostAsync();
        var found = Attachments(await SearchAsync(Sam, Group, text));

        Assert.That(found.Select(one => one.GetProperty("preview").GetProperty("content").GetProperty("title").GetString()), Is.EqualTo(new[] { "Case study for Acme" }));
        Assert.That(found[0].GetProperty("content").TryGetProperty("actions", out _), Is.False, "it is to be read");
    }

    [Test]
    public async Task Search_ByTheReference_FindsIt()
    {
        var reference = (await Bot.StoredThreadAsync(await Bot.PostAsync())).Reference;

        Assert.That(Attachments(await SearchAsync(Sam, Group, reference)), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Search_WhatIsOver_IsFoundByItsState()
    {
        var card = await Bot.PostAsync();
        await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Decline], card.ActivityId, (Verbs.InputReason, "no budget"));

        Assert.That(Attachments(await SearchAsync(Sam, Group, "declined")), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Search_WithoutAMatch_SaysSo()
    {
        await Bot.PostAsync();

        Assert.That((await SearchAsync(Sam, Group, "nothing of the kind")).GetProperty("text").GetString(), Is.EqualTo(Messages.SearchFoundNothing));
    }

    [Test]
    public async Task Search_ByMarketing_FindsOthersInItsChannelAlone()
    {
        var card = await Bot.PostAsync();
        await Bot.UntilListedAsync(card, ThreadStatus.Submitted);

        Assert.That(Attachments(await SearchAsync(Maria, Marketing, "acme")), Has.Count.EqualTo(1));
        foreach (var elsewhere in (Place[])[Maria.Chat, Group, Sales])
        {
            Assert.That((await SearchAsync(Maria, elsewhere, "acme")).GetProperty("type").GetString(), Is.EqualTo("message"));
        }
    }

    [Test]
    public async Task Search_ByTheRepInMarketingsChannel_FindsItOnce()
    {
        await Bot.UntilListedAsync(await Bot.PostAsync(), ThreadStatus.Submitted);

        Assert.That(Attachments(await SearchAsync(Sam, Marketing, "acme")), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Search_TheNextPage_GoesOn()
    {
        await Bot.PostAsync();

        Assert.That((await SearchAsync(Sam, Group, "acme", skip: 1)).GetProperty("type").GetString(), Is.EqualTo("message"));
    }

    [Test]
    public async Task Ask_OnAMessage_ShowsHowMarketingWouldReadIt()
    {
        var window = await AskAsync(Sam, Message);
        var card = window.GetProperty("value").GetProperty("card").GetProperty("content");

        Assert.That(window.GetProperty("type").GetString(), Is.EqualTo("continue"));
        Assert.That(card.ToString(), Does.Contain("How marketing would read it").And.Contain("The brochure is useless, Acme needs prices!"));
        Assert.That(Bot.StoredRows().Any(row => row.Body.Contains("useless", StringComparison.Ordinal)), Is.False, "nothing is kept before it is sent");
    }

    [Test]
    public async Task Ask_OnNothing_AsksForWords() =>
        Assert.That((await AskAsync(Sam, "")).GetProperty("value").ToString(), Does.Contain("could not find an ask"));

    [Test]
    public async Task AskSent_BeginsTheDialogInTheChat()
    {
        var told = await SendAsync(Sam, Group, Story.Wish);
        await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && (sent.HasButton("dialog.Next") || sent.HasButton(Story.Preview)));

        Assert.That(told, Is.EqualTo(Messages.AskGoesOn));
        Assert.That(Bot.Teams.All.Any(sent => sent.Conversation == Group.Id), Is.False, "words stay private");
    }

    [Test]
    public async Task AskSent_FromAChatOfTwoPeople_GoesOnInTheChatWithTheBot()
    {
        await SendAsync(Sam, new Place("19:sam_and_kim@unq.gbl.spaces", "personal"), Story.Wish);

        Assert.That((await Bot.Teams.ExpectAsync(sent => sent.HasButton("dialog.Next") || sent.HasButton(Story.Preview))).Conversation, Is.EqualTo(Sam.Chat.Id));
    }

    [Test]
    public async Task AskSent_Twice_BeginsOneDialogAndSaysTheSame()
    {
        var invoke = Invoke(Sam, Group, "composeExtension/submitAction", new() { ["commandId"] = "ask", ["data"] = new JsonObject { [Verbs.InputText] = Story.Wish } });
        var first = await AnswerAsync(invoke);
        await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && (sent.HasButton("dialog.Next") || sent.HasButton(Story.Preview)));
        var second = await AnswerAsync(invoke.DeepClone().AsObject());

        Assert.That(second.ToString(), Is.EqualTo(first.ToString()));
    }

    [Test]
    public async Task AskSent_WhileADialogIsOpen_LeavesItAsItIs()
    {
        await Bot.ComposeAsync();
        var before = await Bot.DialogAsync(Sam);
        await SendAsync(Sam, Group, "Bolt wants a one-pager.");

        Assert.That(await Bot.DialogAsync(Sam), Is.EqualTo(before).Using<Core.Intake.Dialog>((a, b) => a.Id == b.Id && a.Revision == b.Revision));
    }

    [Test]
    public async Task AskSent_WithoutAChat_IsKeptUntilThereIsOne()
    {
        Assert.That(await SendAsync(Max, Group, Story.Wish), Is.EqualTo(Messages.AskNeedsChat));
        await Bot.InstallAsync(Max, Max.Chat);

        await Bot.Teams.ExpectAsync(sent => sent.InChat(Max) && (sent.HasButton("dialog.Next") || sent.HasButton(Story.Preview)));
    }

    [Test]
    public async Task AnyCommand_BySomebodyWithoutAnId_IsAnswered()
    {
        var invoke = Invoke(Sam, Group, "composeExtension/query", Query("", 0));
        invoke["from"]!.AsObject().Remove("aadObjectId");

        Assert.That((await AnswerAsync(invoke)).GetProperty("composeExtension").GetProperty("text").GetString(), Is.EqualTo(Messages.NoPersonId));
    }

    private static JsonObject Query(string text, int skip) => new()
    {
        ["commandId"] = "search",
        ["parameters"] = new JsonArray(text.Length == 0
            ? new JsonObject { ["name"] = "initialRun", ["value"] = "true" }
            : new JsonObject { ["name"] = "query", ["value"] = text }),
        ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = 25 },
    };

    private static List<JsonElement> Attachments(JsonElement results) => [.. results.GetProperty("attachments").EnumerateArray()];

    private async Task<JsonElement> SearchAsync(Someone who, Place where, string text, int skip = 0) =>
        (await AnswerAsync(Invoke(who, where, "composeExtension/query", Query(text, skip)))).GetProperty("composeExtension");

    private async Task<JsonElement> AskAsync(Someone who, string html) => (await AnswerAsync(Invoke(who, Group, "composeExtension/fetchTask", new()
    {
        ["commandId"] = "ask",
        ["commandContext"] = "message",
        ["messagePayload"] = new JsonObject { ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = html } },
    }))).GetProperty("task");

    private async Task<string> SendAsync(Someone who, Place where, string text) => (await AnswerAsync(Invoke(who, where, "composeExtension/submitAction", new()
    {
        ["commandId"] = "ask",
        ["data"] = new JsonObject { [Verbs.Verb] = Verbs.AskInChat, [Verbs.InputText] = text },
    }))).GetProperty("task").GetProperty("value").GetString()!;

    private JsonObject Invoke(Someone who, Place where, string name, JsonObject value)
    {
        var invoke = Bot.Message(who, where, "");
        invoke.Remove("text");
        (invoke["type"], invoke["name"], invoke["value"]) = ("invoke", name, value);
        return invoke;
    }

    private async Task<JsonElement> AnswerAsync(JsonObject invoke) =>
        JsonElement.Parse(await (await Bot.PostAsync(invoke)).Content.ReadAsStringAsync());
}
