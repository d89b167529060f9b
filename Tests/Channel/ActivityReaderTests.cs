using System.Text;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Turns;

namespace BridgeBot.Tests.Channel;

public class ActivityReaderTests
{
    private const string Tail = """
        "id":"1","serviceUrl":"https://smba.trafficmanager.net/emea/",
        "from":{"id":"29:sam","name":"Sam Sales","aadObjectId":"00000000-0000-0000-0000-000000000100"},
        "recipient":{"id":"28:bot","name":"BridgeBot"},
        "conversation":{"id":"a:chat","conversationType":"personal","tenantId":"T"}
        """;

    private static IEnumerable<string> Captures() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Channel", "Captures"), "*.json")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal);

    private static Type ExpectedOf(string capture) => capture.Split('-') switch
    {
        ["conversationUpdate", "membersAdded" or "teamMemberAdded", _, "bot", ..] => typeof(Installed),
        ["conversationUpdate", "membersRemoved" or "teamMemberRemoved", _, "bot", ..] => typeof(Removed),
        ["installationUpdate", "add", ..] => typeof(Installed),
        ["installationUpdate", "remove", ..] => typeof(Removed),
        ["invoke", "adaptiveCard_action", ..] or ["message", "submit", ..] => typeof(Clicked),
        ["invoke", "composeExtension_query", ..] => typeof(Searched),
        ["message", "attachment", ..] => typeof(Ignored), // a card without a word
        ["message", ..] => typeof(Said),
        _ => typeof(Ignored),
    };

    private static byte[] CaptureOf(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Channel", "Captures", name + ".json"));

    private static Inbound Read(byte[] json) =>
        ActivityParser.TryParse(json, out var activity, out var fault)
            ? ActivityReader.Read(activity, json)
            : throw new AssertionException(fault);

    private static Inbound Read(string fields) => Read(Encoding.UTF8.GetBytes($"{{{fields},{Tail}}}"));

    private static T Read<T>(string fields) => Read(fields) is T found ? found : throw new AssertionException($"no {typeof(T).Name}");

    [TestCaseSource(nameof(Captures))]
    public void Read_Capture_IsWhatItWas(string capture) =>
        Assert.That(Read(CaptureOf(capture)), Is.TypeOf(ExpectedOf(capture)));

    [Test]
    public void Captures_AreAllThere() => Assert.That(Captures().Count(), Is.EqualTo(46));

    [Test]
    public void Read_Captures_HaveDifferentSeenKeys()
    {
        var keys = Captures().Select(CaptureOf).Select(Read).Select(EnvelopeOf).OfType<Envelope>().Select(envelope => envelope.SeenKey);
        Assert.That(keys, Is.Unique);
    }

    private static Envelope? EnvelopeOf(Inbound inbound) => inbound switch
    {
        Said said => said.Envelope,
        Clicked clicked => clicked.Envelope,
        Installed installed => installed.Envelope,
        Removed removed => removed.Envelope,
        _ => null,
    };

    /// <summary>The message extension puts cards into conversations, this chat among them.</summary>
    [TestCase("\"\"", typeof(Ignored), TestName = "A card alone is nobody's request")]
    [TestCase("\"We need this again\"", typeof(Said), TestName = "A card with words is what they say")]
    public void Read_ACardInTheChat(string text, Type expected) => Assert.That(
        Read($$"""
            "type":"message","text":{{text}},"attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":null}]
            """),
        Is.TypeOf(expected));

    [Test]
    public void Read_ChannelMention_LeavesTheTextWithoutIt()
    {
        var said = (Said)Read(CaptureOf("message-channel-mention"));
        Assert.That(said.Text, Is.EqualTo("card"));
    }

    [Test]
    public void Read_ChannelMessage_SplitsTheReplyChainOff()
    {
        var where = ((Said)Read(CaptureOf("message-channel-mention"))).Envelope.Conversation;
        Assert.That(where, Is.EqualTo(new ConversationReference(
            "http://localhost:56150/_connector", "19:channel-approvals@thread.tacv2", ConversationType.Channel,
            "11111111-2222-3333-4444-555555555555", "28:aaaaaaaa-0000-0000-0000-000000000001", "Campaign Bot",
            "19:team-root@thread.tacv2", null, "1795421849323")));
    }

    [Test]
    public void Read_ChannelInstall_KnowsTheChannelsName() =>
        Assert.That(((Installed)Read(CaptureOf("installationUpdate-add-channel"))).Envelope.Conversation.Name, Is.EqualTo("Approvals"));

    [Test]
    public void Read_Execute_FlattensDataAndInputs()
    {
        var clicked = (Clicked)Read(CaptureOf("invoke-adaptiveCard_action-channel-withInputs"));
        Assert.That(clicked.Data, Is.EqualTo(new Dictionary<string, string> { ["r"] = "1", ["comment"] = "seq" }));
    }

    [Test]
    public void Read_Execute_NamesTheCard() =>
        Assert.That(
            ((Clicked)Read(CaptureOf("invoke-adaptiveCard_action-channel"))).CardActivityId, Is.EqualTo("1795422767396"));

    [TestCase("""{"verb":"approve","n":1.5,"yes":true,"no":null,"nested":{"a":1},"list":[1]}""", "approve", 3)]
    [TestCase("""{"verb":{"a":1}}""", "", 0)]
    [TestCase("""{}""", "", 0)]
    [TestCase("""[1,2]""", "", 0)]
    [TestCase("\"approve\"", "", 0)]
    public void Read_SubmitWithAnyValue_IsAClick(string value, string verb, int count)
    {
        var clicked = Read<Clicked>($"\"type\":\"message\",\"value\":{value}");
        Assert.That((clicked.Verb, clicked.Data.Count, clicked.ShowsAnswer), Is.EqualTo((verb, count, false)));
    }

    [TestCase("null")]
    [TestCase("\"x\"")]
    [TestCase("""{"action":"approve"}""")]
    [TestCase("""{"action":{"verb":7,"data":"x"}}""")]
    [TestCase("""{"action":{"data":{"verb":["approve"]}}}""")]
    public void Read_ExecuteWithForgedValue_IsAClickWithoutAVerb(string value) =>
        Assert.That(Read<Clicked>($"\"type\":\"invoke\",\"name\":\"adaptiveCard/action\",\"value\":{value}").Verb, Is.Empty);

    [Test]
    public void Read_ExecuteWithTheVerbInItsData_FindsIt() =>
        Assert.That(
            Read<Clicked>("""
                "type":"invoke","name":"adaptiveCard/action","value":{"action":{"data":{"verb":"approve"}}}
                """).Verb,
            Is.EqualTo("approve"));

    private const string BotMention = """{"type":"mention","text":"<at>BridgeBot</at>","mentioned":{"id":"28:bot","name":"BridgeBot"}}""";
    private const string MariaMention = """{"type":"mention","text":"<at>Maria</at>","mentioned":{"id":"29:maria","name":"Maria M"}}""";

    [TestCase("<at>BridgeBot</at> hello", "hello", BotMention)]
    [TestCase("<at>BridgeBot</at>&nbsp;hello", "hello", BotMention)]
    [TestCase("hello <at>BridgeBot</at> there", "hello there", BotMention)]
    [TestCase("hello <at>BridgeBot</at> there", "hello <at>BridgeBot</at> there", "")]
    [TestCase("<at>BridgeBot</at> tell <at>BridgeBot</at>", "tell <at>BridgeBot</at>", BotMention)]
    [TestCase("<at>BridgeBot</at> ask <at>Maria</at> please", "ask Maria M please", BotMention + "," + MariaMention)]
    [TestCase("ask <at>Maria</at>", "ask Maria M", MariaMention)]
    [TestCase("no mark-up", "no mark-up", BotMention)]
    [TestCase("hello", "hello", """7,null,{"type":3},{"type":"mention"},{"type":"mention","mentioned":"28:bot","text":{}}""")]
    public void Read_Mentions_GoByTheirEntities(string text, string expected, string entities)
    {
        var said = Read<Said>($"\"type\":\"message\",\"text\":\"{text}\",\"entities\":[{entities}]");
        Assert.That(said.Text, Is.EqualTo(expected));
    }

    [TestCase("message-personal", true, false)]
    [TestCase("message-groupChat-mention", true, false)]
    [TestCase("message-channel-mention", true, true)]
    public void Read_Capture_SaysWhetherTheBotIsSpokenToAndBelowAPost(string capture, bool isForBot, bool isReply)
    {
        var said = (Said)Read(CaptureOf(capture));
        Assert.That((said.IsForBot, said.IsReply), Is.EqualTo((isForBot, isReply)));
    }

    [TestCase("", false)]
    [TestCase(MariaMention, false)]
    [TestCase(MariaMention + "," + BotMention, true)]
    public void Read_AMessageInAChannel_IsForTheBotWhereItIsMentioned(string entities, bool expected) =>
        Assert.That(InChannel("19:c@thread.tacv2", entities).IsForBot, Is.EqualTo(expected));

    [TestCase("19:c@thread.tacv2", false)]
    [TestCase("19:c@thread.tacv2;messageid=1", false)]
    [TestCase("19:c@thread.tacv2;messageid=7", true)]
    public void Read_AMessageInAChannel_IsAReplyBelowAnotherPost(string conversation, bool expected) =>
        Assert.That(InChannel(conversation, BotMention).IsReply, Is.EqualTo(expected));

    [Test]
    public void Read_SomebodyIsMentioned_IsThereWithoutTheBot() =>
        Assert.That(InChannel("19:c@thread.tacv2", BotMention + "," + MariaMention).Mentions, Is.EqualTo([new Mentioned("29:maria", "Maria M")]));

    private static Said InChannel(string conversation, string entities) => (Said)Read(Encoding.UTF8.GetBytes(
        $"{{\"type\":\"message\",\"text\":\"hi\",\"entities\":[{entities}],{Tail}}}"
            .Replace("a:chat", conversation, StringComparison.Ordinal).Replace("personal", "channel", StringComparison.Ordinal)));

    [Test]
    public void Read_XmlText_IsTurnedIntoPlainText() =>
        Assert.That(
            Read<Said>("""
                "type":"message","textFormat":"xml","text":"<p>a &lt;b&gt; &amp; c<br>d</p>"
                """).Text,
            Is.EqualTo("a <b> & c\nd"));

    [Test]
    public void Read_PlainTextWithHtml_KeepsItAsTyped() =>
        Assert.That(
            Read<Said>("""
                "type":"message","textFormat":"plain","text":"<b>bold</b> &amp; **bold**"
                """).Text,
            Is.EqualTo("<b>bold</b> &amp; **bold**"));

    [Test]
    public void Read_Attachments_NamesFilesOnly() =>
        Assert.That(
            Read<Said>("""
                "type":"message","text":"see","attachments":[
                  {"contentType":"text/html","content":"<p>see</p>"},
                  {"contentType":"application/vnd.microsoft.teams.file.download.info","name":"deck.pptx","content":{"x":[1]}},
                  {"contentType":"image/png","contentUrl":"https://example.com"},
                  {"contentType":"application/vnd.microsoft.card.adaptive","content":{}},
                  null, {}]
                """).Attachments,
            Is.EqualTo(new[] { "deck.pptx", "image/png" }));

    [TestCase("\"type\":\"message\",\"text\":\"hi\"", "29:sam", "bot")]
    [TestCase("\"type\":\"message\",\"text\":\"hi\"", "28:other", "user")]
    [TestCase("\"type\":\"message\",\"text\":\"hi\"", "28:bot", "user")]
    [TestCase("\"type\":\"invoke\",\"name\":\"adaptiveCard/action\"", "28:other", "user")]
    public void Read_FromABot_IsIgnored(string fields, string from, string role) =>
        Assert.That(
            Read(Encoding.UTF8.GetBytes($"{{{Tail},{fields},\"from\":{{\"id\":\"{from}\",\"role\":\"{role}\"}}}}")),
            Is.TypeOf<Ignored>());

    [TestCase("\"typing\"")]
    [TestCase("\"messageReaction\"")]
    [TestCase("\"handoff\"")]
    [TestCase("\"installationUpdate\"")]
    [TestCase("\"conversationUpdate\",\"membersAdded\":[null,{}],\"membersRemoved\":[]")]
    [TestCase("\"invoke\",\"name\":\"task/fetch\"")]
    public void Read_NothingForThisBot_IsIgnored(string typeAndMore) =>
        Assert.That(Read($"\"type\":{typeAndMore}"), Is.TypeOf<Ignored>());

    [TestCase("add-upgrade", typeof(Installed))]
    [TestCase("remove-upgrade", typeof(Removed))]
    [TestCase("dance", typeof(Ignored))]
    public void Read_InstallationUpdate_GoesByItsAction(string action, Type expected) =>
        Assert.That(Read($"\"type\":\"installationUpdate\",\"action\":\"{action}\""), Is.TypeOf(expected));

    [TestCase("\"de-DE\"", "\"Europe/Berlin\"", "de-DE", "Europe/Berlin")]
    [TestCase("\"EN-gb\"", "\"W. Europe Standard Time\"", "en-GB", "Europe/Berlin")]
    [TestCase("\"../../etc\"", "\"../../../etc/passwd\"", "en-US", "UTC")]
    [TestCase("\"xx-nonsense-nonsense\"", "\"Mars/Olympus\"", "en-US", "UTC")]
    [TestCase("null", "null", "en-US", "UTC")]
    [TestCase("\"\"", "\"\"", "en-US", "UTC")]
    public void Read_LocaleAndZone_AreChecked(string locale, string zone, string expectedLocale, string expectedZone)
    {
        var envelope = Read<Said>($"\"type\":\"message\",\"text\":\"hi\",\"locale\":{locale},\"localTimezone\":{zone}").Envelope;
        Assert.That((envelope.Locale, envelope.TimeZone), Is.EqualTo((expectedLocale, expectedZone)));
    }

    [Test]
    public void Read_ClientInfo_StandsInForLocaleAndZone()
    {
        var envelope = Read<Said>("""
            "type":"message","text":"hi","entities":[{"type":"clientInfo","locale":"fr-FR","timezone":"Europe/Paris"}]
            """).Envelope;
        Assert.That((envelope.Locale, envelope.TimeZone), Is.EqualTo(("fr-FR", "Europe/Paris")));
    }

    [TestCase("\"channelData\":{\"tenant\":{\"id\":\"T\"}}", true)]
    [TestCase("\"channelData\":{\"tenant\":{\"id\":\"other\"}}", false)]
    [TestCase("\"channelData\":\"text\"", true)]
    public void Read_SenderOfAnotherTenant_IsNobody(string channelData, bool known) =>
        Assert.That(Read<Said>($"\"type\":\"message\",\"text\":\"hi\",{channelData}").Envelope.From is not null, Is.EqualTo(known));

    [Test]
    public void Read_SameActivityTwice_HasTheSameSeenKey() =>
        Assert.That(
            Read<Said>("\"type\":\"message\",\"text\":\"a\"").Envelope.SeenKey,
            Is.EqualTo(Read<Said>("\"type\":\"message\",\"text\":\"b\"").Envelope.SeenKey));

    [TestCase("message-personal", "message-submit-personal")]
    [TestCase("invoke-adaptiveCard_action-channel-withInputs-customActivityAsMaria", "invoke-adaptiveCard_action-channel")]
    public void Read_SeenKey_IsHexAndItsOwn(string one, string other) =>
        Assert.Multiple(() =>
        {
            Assert.That(EnvelopeOf(Read(CaptureOf(one)))!.SeenKey, Does.Match("^[0-9a-f]{64}$"));
            Assert.That(EnvelopeOf(Read(CaptureOf(one)))!.SeenKey, Is.Not.EqualTo(EnvelopeOf(Read(CaptureOf(other)))!.SeenKey));
        });
}
