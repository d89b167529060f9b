using System.Text.Json.Nodes;
using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Commands;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using Microsoft.Extensions.Time.Testing;
using static BridgeBot.Tests.Storage.SamInTheStore;

namespace BridgeBot.Tests.Storage;

/// <summary>What an operator types and reads when somebody asks what is stored about them, or to be forgotten.</summary>
[TestFixture(StorageOptions.Sqlite)]
[TestFixture(StorageOptions.AzureTable)]
internal sealed class PrivacyCommandTests(string provider)
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private NewStore _new = null!;

    private PrivacyCommand Privacy => new(_new.Store, _output, _errors, new FakeTimeProvider(Now));

    [SetUp]
    public async Task GivenSamIsStoredAsync()
    {
        _new = await NewStore.OfAsync(provider);
        _output.GetStringBuilder().Clear();
        _errors.GetStringBuilder().Clear();
        await FillAsync(_new.Store);
    }

    [TearDown]
    public async Task GoneAsync() => await _new.DisposeAsync();

    [Test]
    public async Task Export_OwnRows_AreAllInItAsTheyAreStored()
    {
        var held = await ExportAsync(Sam.AadObjectId);
        var own = (await _new.AllAsync()).Where(row => row.Partition == Own);

        Assert.That(
            held.Where(one => Text(one, "partition") == Own).Select(one => (Text(one, "key"), Json(one!["held"]))),
            Is.EquivalentTo(own.Select(row => (row.Key, Json(StoredNode(row.Body))))));
    }

    [Test]
    public async Task Export_HasTheirIdTheMappingTheDigestAndWhatIsSentToTheirChat()
    {
        var held = await ExportAsync(Sam.AadObjectId);

        Assert.That(held.Select(one => Text(one, "key")), Is.SupersetOf([PersonKey, Keys.ListedOpen("t1"), Keys.ListedOpen("t2"), Keys.Out(Id(8), 0), Keys.Out(Id(12), 0)]));
        Assert.That(held.Select(one => Text(one, "what")), Is.All.Not.EqualTo("other"));
    }

    [Test]
    public async Task Export_WhatTheyDecidedAndAskedForOthers_IsInItWithoutTheOthersRequest()
    {
        var parts = (await ExportAsync(Sam.AadObjectId)).Where(one => one!["part"] is not null).ToList();

        Assert.That(
            parts.Where(part => Text(part, "what") == "request").Select(part => (Text(part, "reference"), Text(part, "part"))),
            Is.EquivalentTo([("BR-333333", "$.Ruling"), ("BR-333333", "$.Work"), ("BR-444444", "$.Questions[0]"), ("BR-444444", "$.Questions[1]")]));
        Assert.That(parts.Where(part => Json(part).Contains("Could we have a deck", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Export_ByName_IsTheSame()
    {
        await Privacy.ExportAsync("sam sales", default);
        var byName = _output.ToString();
        _output.GetStringBuilder().Clear();
        await Privacy.ExportAsync(Sam.AadObjectId.ToUpperInvariant(), default);

        Assert.That(_output.ToString(), Is.EqualTo(byName));
    }

    [Test]
    public async Task Export_ChangesNothing()
    {
        var before = await _new.AllAsync();
        await ExportAsync(Sam.AadObjectId);

        Assert.That(await _new.AllAsync(), Is.EqualTo(before));
    }

    [TestCase("Sam")]
    [TestCase("s")]
    public async Task PartOfAName_ListsTheCandidatesAndDoesNothing(string user)
    {
        var before = await _new.AllAsync();

        Assert.That((await Privacy.ExportAsync(user, default), await Privacy.EraseAsync(user, default)), Is.EqualTo((1, 1)));
        Assert.That(_errors.ToString(), Does.Contain($"Sam Sales ({Sam.AadObjectId})"));
        Assert.That(await _new.AllAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task TwoOfThatName_AreListedAndNothingIsDone()
    {
        await AddApprovedByAsync("t9", new("another-id", "Sam Sales"));

        Assert.That(await Privacy.EraseAsync("Sam Sales", default), Is.EqualTo(1));
        Assert.That(_errors.ToString(), Does.Contain(Sam.AadObjectId).And.Contain("another-id"));
        Assert.That(await _new.Store.ReadAsync(Own, Keys.Dialog, default), Is.Not.Null);
    }

    [TestCase("Nobody Known")]
    [TestCase("00000000-cccc-0000-0000-000000000000")]
    [TestCase("")]
    public async Task Nobody_SaysSoWithCode1(string user)
    {
        Assert.That((await Privacy.ExportAsync(user, default), await Privacy.EraseAsync(user, default)), Is.EqualTo((1, 1)));
        Assert.That(_errors.ToString(), Does.StartWith("Nothing is stored about"));
    }

    [Test]
    public async Task Candidates_WhateverTheirNamesAre_StayInOneLine()
    {
        await AddApprovedByAsync("t9", new("another-id", "Sam \u001b[31m\r\n\u202E"));
        await Privacy.ExportAsync("sam", default);

        Assert.That(_errors.ToString().TrimEnd().Where(one => char.IsControl(one) || one == '\u202E'), Is.Empty);
    }

    [Test]
    public async Task Erase_SaysWhatTeamsKeepsAndWhoRemovesIt()
    {
        Assert.That(await Privacy.EraseAsync("Sam Sales", default), Is.Zero);
        Assert.That(_output.ToString(), Does.Contain("only a Teams administrator").And.Contain("https://learn.microsoft.com/purview/edisc-search-teams-data"));
        Assert.That((await _new.AllAsync()).Where(row => row.Body.Contains(Sam.AadObjectId, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Erase_WhereSomebodyTypedTheName_ListsTheRequestsAndLeavesThem()
    {
        await AddRequestAsync("t6", "BR-666666", "We asked SAM SALES before.");
        await AddRequestAsync("t7", "BR-777777", "The samples are late.");
        await Privacy.EraseAsync(Sam.AadObjectId, default);
        var lines = _output.ToString().Split(Environment.NewLine).Where(line => line.StartsWith("  BR-", StringComparison.Ordinal)).ToList();

        Assert.That(lines, Does.Contain("  BR-333333  Sam").And.Contain("  BR-666666  Sam Sales").And.None.Contains("BR-777777"));
        Assert.That((await _new.Store.ReadAsync(Marias, Keys.Open("t6"), default))!.Body, Does.Contain("SAM SALES"));
    }

    [Test]
    public async Task Erase_Again_SaysThatNothingIsStored()
    {
        await Privacy.EraseAsync(Sam.AadObjectId, default);

        Assert.That(await Privacy.EraseAsync(Sam.AadObjectId, default), Is.EqualTo(1));
        Assert.That(_errors.ToString(), Does.StartWith("Nothing is stored about"));
    }

    [Test]
    public void RemovedName_ReadsInSentences() => Assert.That(Messages.NameRemoved, Is.EqualTo("Colleague (name removed)"));

    private static string? Text(JsonNode? node, string property) => node![property]?.GetValue<string>();

    private static string Json(JsonNode? node) => node?.ToJsonString() ?? "null";

    private static JsonNode StoredNode(string body)
    {
        try
        {
            return JsonNode.Parse(body)!;
        }
        catch (System.Text.Json.JsonException)
        {
            return JsonValue.Create(body);
        }
    }

    private async Task<JsonArray> ExportAsync(string user)
    {
        Assert.That(await Privacy.ExportAsync(user, default), Is.Zero);
        return JsonNode.Parse(_output.ToString())!["held"]!.AsArray();
    }

    private Task AddApprovedByAsync(string id, Person by) => WriteAsync(
        _new.Store, Marias, (Keys.Closed(id), StateJson.Write(Approved(id, "BR-888888", Marias, Maria, by))));

    private Task AddRequestAsync(string id, string reference, string text)
    {
        var thread = Asked(id, reference, Marias, Maria, Maria, Maria);
        return WriteAsync(_new.Store, Marias, (Keys.Open(id), StateJson.Write(thread with { Request = thread.Request with { Text = text } })));
    }
}
