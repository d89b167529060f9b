using System.Reflection;
using System.Text.Json.Serialization;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Turns;

namespace BridgeBot.Tests.Turns;

/// <summary>Rows come back as they were written. The cases are found by reflection, so that a new one cannot be forgotten.</summary>
internal sealed class StateJsonTests
{
    [TestCaseSource(nameof(Messages))]
    public void Write_AMessage_ComesBack(Type type)
    {
        var row = new OutboxRow(7, (Outgoing)Make(type));

        Assert.That(StateJson.Write(StateJson.Read<OutboxRow>(StateJson.Write(row))), Is.EqualTo(StateJson.Write(row)));
    }

    /// <summary>Escaped, each letter would take six times its room in a row.</summary>
    [TestCase("Нужна презентация")]
    [TestCase("包装案例")]
    public void Write_LettersOfEveryScript_StandAsTheyAre(string text) => Assert.That(StateJson.Write(new AnswerDraft(1, text)), Does.Contain(text));

    [TestCaseSource(nameof(Messages))]
    public void Write_AMessage_KeepsItsType(Type type)
    {
        var row = new OutboxRow(7, (Outgoing)Make(type));

        Assert.That(StateJson.Read<OutboxRow>(StateJson.Write(row)).Message, Is.TypeOf(type));
    }

    [TestCaseSource(nameof(Events))]
    public void Write_AnEvent_KeepsItsType(Type type) =>
        Assert.That(StateJson.Read<ThreadEvent>(StateJson.Write((ThreadEvent)Make(type))), Is.TypeOf(type));

    [TestCaseSource(nameof(Events))]
    public void Write_AnEvent_KeepsEveryProperty(Type type)
    {
        var json = StateJson.Write((ThreadEvent)Make(type));

        Assert.That(type.GetProperties().Where(property => !json.Contains($"\"{property.Name}\":", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCaseSource(nameof(Rejections))]
    public void Write_ARejection_KeepsItsType(Type type)
    {
        var row = new OutboxRow(7, new SendRejection((ConversationReference)Make(typeof(ConversationReference)), (Rejection)Make(type), "UTC"));

        Assert.That(((SendRejection)StateJson.Read<OutboxRow>(StateJson.Write(row)).Message!).Why, Is.TypeOf(type));
    }

    [TestCaseSource(nameof(Rows))]
    public void Write_ARow_ComesBack(Type type)
    {
        var (write, read) = (Method(nameof(StateJson.Write), type), Method(nameof(StateJson.Read), type));
        var json = (string)write.Invoke(null, [Make(type)])!;

        Assert.That(write.Invoke(null, [read.Invoke(null, [json])]), Is.EqualTo(json));
    }

    [Test]
    public void Read_ARowOfALaterVersion_IgnoresWhatItDoesNotKnow() =>
        Assert.That(StateJson.Read<PersonRow>("""{"RequesterId":"x","Later":{"a":[1]}}""").RequesterId, Is.EqualTo("x"));

    [Test]
    public void Read_AThreadStoredBeforeThereWasAnOwner_IsWhole()
    {
        var thread = StateJson.Read<RequestThread>(
            """
            {"Id":"t","Reference":"BR-222222","RequesterId":"r","Requester":{"AadObjectId":"sam","Name":"Sam"},
            "Request":{"Kind":"other","Title":"Request","Text":"Please","Details":[],"Urgent":false},"Status":"Approved","Version":3,
            "SubmittedAt":"2026-11-23T09:00:00+00:00","PostedAt":"2026-11-23T09:00:01+00:00","ChangedAt":"2026-11-23T10:00:00+00:00",
            "Ruling":{"By":{"AadObjectId":"maria","Name":"Maria"},"At":"2026-11-23T10:00:00+00:00"},"Questions":[]}
            """);

        Assert.That(
            (thread.Status, thread.Owner?.Name, thread.Work, thread.Handover, thread.Revisions, thread.Approvals.Count),
            Is.EqualTo((ThreadStatus.Approved, "Maria", (Work?)null, (Handover?)null, 0, 0)));
    }

    [Test]
    public void Read_AnApprovalStoredBeforeThereWasAnOwner_IsWhole() => Assert.That(
        StateJson.Read<ThreadEvent>("""{"event":"approved","At":"2026-11-23T10:00:00+00:00","By":{"AadObjectId":"maria","Name":"Maria"}}"""),
        Is.EqualTo(new Approved(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero), new Person("maria", "Maria"))));

    [Test]
    public void Write_AThreadWithEverything_KeepsEverything()
    {
        var (at, maria) = (DateTimeOffset.UnixEpoch, new Person("maria", "Maria"));
        var thread = (RequestThread)Make(typeof(RequestThread)) with
        {
            Changes = new(maria, at, "shorter"),
            Revisions = 2,
            WordedIn = 7,
            Work = new(maria, new DateOnly(2026, 12, 4)),
            Handover = new(maria, at, "link", at, true),
            Feedback = new(Outcome.Won, "great", at),
            ThankYou = new("thanks", at),
        };
        var read = StateJson.Read<RequestThread>(StateJson.Write(thread));

        Assert.That(
            (read.Changes, read.Revisions, read.WordedIn, read.Work, read.Handover, read.Feedback, read.ThankYou),
            Is.EqualTo((thread.Changes, thread.Revisions, thread.WordedIn, thread.Work, thread.Handover, thread.Feedback, thread.ThankYou)));
    }

    private static IEnumerable<Type> Messages() => Subtypes(typeof(Outgoing));

    private static IEnumerable<Type> Events() => Subtypes(typeof(ThreadEvent));

    private static IEnumerable<Type> Rejections() => Subtypes(typeof(Rejection));

    private static IEnumerable<Type> Subtypes(Type of) =>
        of.Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(of));

    private static IEnumerable<Type> Rows() => typeof(StateJson).GetCustomAttributesData()
        .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
        .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!)
        .Where(type => !type.IsAbstract);

    private static MethodInfo Method(string name, Type type) => typeof(StateJson).GetMethod(name)!.MakeGenericMethod(type);

    /// <summary>A value of any of our records, with something in every parameter.</summary>
    private static object Make(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => "ä \" 😀 <b>",
            _ when type == typeof(int) => 42,
            _ when type == typeof(long) => 43L,
            _ when type == typeof(bool) => true,
            _ when type == typeof(double) => 0.5,
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 23, 9, 0, 1, 2, TimeSpan.Zero),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 11, 27),
            _ when type.IsEnum => type.GetEnumValues().GetValue(type.GetEnumValues().Length - 1)!,
            _ when type == typeof(IReadOnlyDictionary<string, string>) => new Dictionary<string, string> { ["customer"] = "Acme" },
            _ when type == typeof(ThreadEvent) => Make(typeof(QuestionAnswered)),
            _ when type == typeof(Rejection) => Make(typeof(AlreadyDecided)),
            _ when type == typeof(Colleague) => Make(typeof(MentionedColleague)),
            _ when type == typeof(Outgoing) => Make(typeof(SendNote)),
            _ when type == typeof(SayNote) => new SayNote(IntakeNote.StillMissing, "customer"),
            _ when type.IsGenericType => List(type.GetGenericArguments()[0]),
            _ => Construct(type),
        };
    }

    private static Array List(Type item)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(Make(item), 0);
        return list;
    }

    private static object Construct(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType))]);
    }
}
