using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Tests.Storage;

/// <summary>Everything that a store can hold about Sam: as a requester, as a marketer, and in what others are sent.</summary>
internal static class SamInTheStore
{
    public const string Tenant = "tenant";
    public const string Words = "zebrafish";
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    public static readonly Person Sam = new("00000000-aaaa-0000-0000-000000000100", "Sam Sales");
    public static readonly Person Maria = new("00000000-aaaa-0000-0000-000000000101", "Maria Marketing");
    public static readonly string Own = Keys.Requester(new string('5', 32));
    public static readonly string Marias = Keys.Requester(new string('a', 32));
    public static readonly string Home = Keys.Channel(Tenant, Marketing.ConversationId);
    public static readonly string PersonKey = Keys.Person(Tenant, Sam.AadObjectId);

    public static ConversationReference Marketing =>
        new("https://teams", "19:marketing", ConversationType.Channel, Tenant, "28:bot", "BridgeBot", null, "Marketing", null);

    public static ConversationReference Chat => Marketing with { ConversationId = "a:chat-sam", Type = ConversationType.Personal, Name = null };

    public static async Task FillAsync(IStore store)
    {
        await WriteAsync(store, Keys.Tenant(Tenant), (Keys.Head, StateJson.Write(new TenantHead(Tenant, 9) { Routes = [new(Marketing, Now)] })), Out(8, new SendNotice(Chat, Notice.NoPersonId)));
        await WriteAsync(store, Keys.People(PersonKey), (PersonKey, StateJson.Write(new PersonRow(Own[2..]))));
        await WriteAsync(
            store,
            Own,
            [
                (Keys.Head, StateJson.Write(new RequesterHead(Tenant, Sam, Chat, true, "de-DE", "Europe/Berlin", 20))),
                (Keys.Dialog, StateJson.Write(Dialog())),
                (Keys.Answer("t1"), StateJson.Write(new AnswerDraft(1, Words))),
                .. Rows(Asked("t1", "BR-111111", Own, Sam, Maria, Sam)),
                .. Rows(Approved("t2", "BR-222222", Own, Sam, Maria)),
                (Keys.Seen("something"), StateJson.Write(new SeenRow(Now.AddDays(7)))),
                Out(1, new SendNote(new SayNote(IntakeNote.NotADay, Words))),
                Out(2, new SendNotice(Marketing with { ConversationId = "19:group" }, Notice.GoOnInChat, Sam.Name)),
                Out(3, new SendBelowCard("t1", new QuestionAnswered(Now, Sam, 1, "twelve pages"))),
                Out(4, new ListThread("t1")),
                Out(5, new Tidy()),
                Out(15, new AskWhetherItHelped("t2", Now)),
                (Keys.Out(Id(6), 0), OutboxRow.Tombstone(Now)),
                Dead(7, new SendStatus()),
                (Keys.Dead(Keys.Out(Id(8), 0)), $$$"""{"Message":{"send":"later","Text":"{{{Words}}}"}}"""),
                (Keys.Dead(Keys.Out(Id(9), 0)), $"no JSON {Words} {Sam.AadObjectId}"),
            ]);
        await WriteAsync(
            store,
            Marias,
            [
                (Keys.Head, StateJson.Write(new RequesterHead(Tenant, Maria, Chat with { ConversationId = "a:chat-maria" }, true, "en-US", "UTC", 20))),
                .. Rows(Approved("t3", "BR-333333", Marias, Maria, Sam)),
                .. Rows(Asked("t4", "BR-444444", Marias, Maria, Sam, Maria)),
                Out(11, new SendThreadNews("t3", new Approved(Now, Sam))),
                Out(12, new SendRejection(Chat, new AlreadyDecided(ThreadStatus.Approved, new(Maria, Now, null)), "UTC")),
                Out(13, new SendStatus()),
                Dead(14, new SendRejection(Marketing, new AlreadyDecided(ThreadStatus.Approved, new(Sam, Now, null)), "UTC")),
            ]);
        await WriteAsync(
            store,
            Home,
            Listed("t1", "BR-111111", Sam),
            Listed("t2", "BR-222222", Sam),
            Listed("t3", "BR-333333", Maria),
            Listed("left over", "BR-999999", Sam));
        await WriteAsync(store, Keys.References, [.. new[] { ("1", Own), ("2", Own), ("3", Marias), ("4", Marias) }.Select(one =>
            ($"BR-{string.Concat(Enumerable.Repeat(one.Item1, 6))}", StateJson.Write(new ReferenceRow(one.Item2[2..], $"t{one.Item1}"))))]);
    }

    public static RequestThread Asked(string id, string reference, string partition, Person who, Person asks, Person answers) =>
        Fold(Events(id, reference, partition, who, new QuestionAsked(Now, asks, 1, "How long?"), new QuestionAnswered(Now, answers, 1, "twelve pages"), new QuestionAsked(Now, asks, 2, "When?")));

    public static RequestThread Approved(string id, string reference, string partition, Person who, Person by) =>
        Fold(Events(id, reference, partition, who, new Approved(Now, by)));

    public static RequestThread Fold(IEnumerable<ThreadEvent> events) => events.Aggregate((RequestThread?)null, ThreadDecider.Apply)!;

    public static string Id(int number) => $"{number:D32}";

    public static async Task WriteAsync(IStore store, string partition, params (string Key, string Body)[] rows)
    {
        foreach (var some in rows.Chunk(StoreLimits.WritesInTransaction))
        {
            await store.CommitAsync(partition, [.. some.Select(row => new Upsert(row.Key, row.Body))], default);
        }
    }

    public static (string Key, string Body) Out(int number, Outgoing message, DateTimeOffset? leasedUntil = null) =>
        (Keys.Out(Id(number), 0), StateJson.Write(new OutboxRow(number, message, LeasedUntil: leasedUntil)));

    private static (string Key, string Body) Dead(int number, Outgoing message) =>
        (Keys.Dead(Keys.Out(Id(number), 0)), StateJson.Write(new OutboxRow(number, message, DeadSince: Now)));

    private static (string Key, string Body) Listed(string thread, string reference, Person who)
    {
        var listed = new ListedThread(thread, Own[2..], reference, "Deck for Acme", "collateral", who, ThreadStatus.Submitted, 1, Now, Now);
        return (Keys.ListedOpen(thread), StateJson.Write(listed with { Work = new(Maria, null) }));
    }

    /// <summary>A thread that was posted: its row, its card, its events.</summary>
    private static IEnumerable<(string Key, string Body)> Rows(RequestThread thread)
    {
        yield return (thread.IsDecided ? Keys.Closed(thread.Id) : Keys.Open(thread.Id), StateJson.Write(thread));
        yield return (Keys.Card(thread.Id), StateJson.Write(new CardRow(Marketing, $"1{thread.Id}", thread.Version)));
        ThreadEvent[] more = thread.Ruling is { } ruling
            ? [new Approved(Now, ruling.By)]
            : [
                new QuestionAsked(Now, thread.Questions[0].By, 1, "How long?"),
                new QuestionAnswered(Now, thread.Requester, 1, "twelve pages"),
                new QuestionAsked(Now, thread.Questions[1].By, 2, "When?"),
            ];
        foreach (var (number, happened) in Events(thread.Id, thread.Reference, Keys.Requester(thread.RequesterId), thread.Requester, more).Index())
        {
            yield return (Keys.Event(thread.Id, number + 1), StateJson.Write(happened));
        }
    }

    private static IEnumerable<ThreadEvent> Events(string id, string reference, string partition, Person who, params ThreadEvent[] more) =>
        [new Submitted(Now, id, reference, partition[2..], who, new("collateral", "Deck for Acme", "Could we have a deck? Ask Sam.", "Acme", null, [], "the webinar", false)), new Posted(Now), .. more];

    private static Dialog Dialog()
    {
        var ask = new Core.Framing.Ask("collateral", Words, Words, null, [Words], Words, [Words]);
        return new("d", 1, DialogStage.Preview, Words, true, [new(0, 9, Words, "blame")], [new(ask, "collateral", new Dictionary<string, string>(), [Words], 0, DraftOutcome.Open)], 0, "en-US", new(2026, 11, 23), Now, Now);
    }
}
