using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>Something that came in and is to be decided: the parsed form of an activity, or what came of a send.</summary>
public abstract record Inbound;

/// <summary>Something that an activity brought.</summary>
/// <param name="Envelope">Where, who, when.</param>
public abstract record FromTeams(Envelope Envelope) : Inbound;

/// <summary>What came of something that the outbox did; decided like a click.</summary>
/// <param name="RequesterId">Whose thread or dialog it is about.</param>
/// <param name="SeenKey">The same if it is reported twice.</param>
public abstract record FromOutbox(string RequesterId, string SeenKey) : Inbound;

/// <summary>What every activity says about itself.</summary>
/// <param name="SeenKey">The same for the same activity delivered twice: type, conversation and id; a hash of the body where there is no id.</param>
/// <param name="Conversation">Where it happened.</param>
/// <param name="From">Who did it; null if Teams sent no aadObjectId (a guest, an anonymous person, another bot).</param>
/// <param name="Locale">The sender's locale, BCP 47; en-US if Teams sent none.</param>
/// <param name="TimeZone">The sender's IANA time zone; UTC if Teams sent none or an unknown one.</param>
public sealed record Envelope(string SeenKey, ConversationReference Conversation, Person? From, string Locale, string TimeZone)
{
    /// <summary>The Microsoft Entra id of the team's group; null outside of a team, and where Teams did not say it.</summary>
    public string? GroupId { get; init; }
}

/// <summary>A message.</summary>
/// <param name="Envelope">Where, who, when.</param>
/// <param name="Text">The text as typed, without the mention of the bot; may be empty.</param>
/// <param name="Attachments">Names of attached files.</param>
public sealed record Said(Envelope Envelope, string Text, IReadOnlyList<string> Attachments) : FromTeams(Envelope)
{
    /// <summary>Who is mentioned beside the bot, in the order of the text.</summary>
    public IReadOnlyList<Mentioned> Mentions { get; init; } = [];

    /// <summary>Whether the bot is spoken to: in a personal chat always, elsewhere where it is mentioned. Teams brings other messages only
    /// if the app may read them (<see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-messages-for-bots-and-agents"/>).</summary>
    public bool IsForBot { get; init; } = true;

    /// <summary>Whether it is a reply below a post of a channel.</summary>
    public bool IsReply { get; init; }
}

/// <summary>Somebody who is mentioned in a message.</summary>
/// <param name="Id">29:..., the id that the person has for this bot.</param>
/// <param name="Name">As shown.</param>
public sealed record Mentioned(string Id, string Name);

/// <summary>What somebody wrote in a channel about a thread.</summary>
/// <param name="Said">The message.</param>
/// <param name="ThreadId">The thread.</param>
public sealed record SaidAbout(Said Said, string ThreadId) : FromTeams(Said.Envelope);

/// <summary>A button of a card, by Action.Execute (an invoke) or by its Action.Submit fallback (a message with a value).</summary>
/// <param name="Envelope">Where, who, when.</param>
/// <param name="Verb">The button's verb (<see cref="Cards.Verbs"/>); whatever a client sent.</param>
/// <param name="Data">The button's data and the card's inputs, flat; whatever a client sent.</param>
/// <param name="CardActivityId">The activity that showed the card (replyToId); null if unknown.</param>
public sealed record Clicked(Envelope Envelope, string Verb, IReadOnlyDictionary<string, string> Data, string? CardActivityId)
    : FromTeams(Envelope)
{
    /// <summary>Whether the person sees the answer of the HTTP call: for Action.Execute yes; for Action.Submit a message must be sent.</summary>
    public bool ShowsAnswer { get; init; } = true;
}

/// <summary>A click of an older client on a thread that the clicker may not know of, or that nobody has: it is answered by the
/// clicker's own partition, since it must be answered by a message.</summary>
/// <param name="Click">The click.</param>
public sealed record ClickedNothing(Clicked Click) : FromTeams(Click.Envelope);

/// <summary>An administrator wants a thread in another channel.</summary>
/// <param name="Envelope">Where, who, when.</param>
/// <param name="ThreadId">The thread.</param>
/// <param name="To">The channel's name, as typed; null for the channel in which it was typed.</param>
public sealed record MoveAsked(Envelope Envelope, string ThreadId, string? To) : FromTeams(Envelope);

/// <summary>Somebody wants all requests of one rep to be a colleague's.</summary>
/// <param name="Said">What was typed.</param>
/// <param name="From">The rep; null if they are not known, or were not looked up.</param>
/// <param name="To">The colleague; the same.</param>
public sealed record HandOverAsked(Said Said, KnownPerson? From, KnownPerson? To) : FromTeams(Said.Envelope);

/// <summary>Somebody of whom the bot knows in a tenant.</summary>
/// <param name="RequesterId">Random; stands for them in keys and buttons.</param>
/// <param name="Person">The person.</param>
/// <param name="HasChat">Whether there is a chat in which to tell them something.</param>
/// <param name="HasRequests">Whether any request is theirs, open or over.</param>
public sealed record KnownPerson(string RequesterId, Person Person, bool HasChat, bool HasRequests);

/// <summary>Somebody looks for a request from the compose box of any chat.</summary>
/// <param name="Envelope">Where, who, when.</param>
/// <param name="Text">What was typed; empty for the most recent ones.</param>
/// <param name="Skip">How many results were shown before.</param>
public sealed record Searched(Envelope Envelope, string Text, int Skip) : FromTeams(Envelope);

/// <summary>Somebody wants to ask marketing about a message.</summary>
/// <param name="Envelope">Where, who, when.</param>
/// <param name="Text">The message; may be empty.</param>
public sealed record AskOpened(Envelope Envelope, string Text) : FromTeams(Envelope);

/// <summary>And goes on with it.</summary>
/// <param name="Envelope">Where, who, when.</param>
/// <param name="Text">What the person wants to ask, in their own words; may be empty.</param>
public sealed record AskSent(Envelope Envelope, string Text) : FromTeams(Envelope);

/// <summary>The bot was installed in, or added to, a conversation.</summary>
public sealed record Installed(Envelope Envelope) : FromTeams(Envelope);

/// <summary>The bot was removed from a conversation.</summary>
public sealed record Removed(Envelope Envelope) : FromTeams(Envelope);

/// <summary>Somebody, or their tenant, sent more than is taken in at once: what it was is not decided, but they are told.</summary>
/// <param name="Envelope">Where, who, when.</param>
/// <param name="ShowsAnswer">Whether the person sees the answer of the HTTP call.</param>
public sealed record TooFast(Envelope Envelope, bool ShowsAnswer) : FromTeams(Envelope);

/// <summary>Nothing for this bot: an unknown type, a reaction, somebody else's comings and goings.</summary>
public sealed record Ignored(string Why) : Inbound;

/// <summary>The connector accepted the card of a thread for the first time.</summary>
public sealed record CardPosted(string RequesterId, string ThreadId) : FromOutbox(RequesterId, $"posted|{ThreadId}");

/// <summary>The connector refused the card of a thread for good.</summary>
/// <param name="RequesterId">Whose thread it is.</param>
/// <param name="ThreadId">Which.</param>
/// <param name="Code">Why, for operators.</param>
/// <param name="Since">UTC instant at which the newest channel was connected that refused it.</param>
public sealed record CardRefused(string RequesterId, string ThreadId, string Code, DateTimeOffset Since)
    : FromOutbox(RequesterId, $"refused|{ThreadId}|{Since.UtcTicks}");

/// <summary>A colleague hands a thread over to the requester.</summary>
/// <param name="RequesterId">Who gets it.</param>
/// <param name="Thread">The thread as it was in the colleague's partition; its card and events are in the requester's already.</param>
/// <param name="By">The administrator who wanted it; null for an operator.</param>
/// <param name="Where">From what kind of place.</param>
public sealed record ThreadArrives(string RequesterId, RequestThread Thread, Person? By, Origin Where)
    : FromOutbox(RequesterId, $"arrives|{Thread.Id}|{Thread.Version}");

/// <summary>The card of a thread is in another channel than before.</summary>
/// <param name="RequesterId">Whose thread it is.</param>
/// <param name="ThreadId">Which.</param>
/// <param name="Number">How often it has moved, this time included.</param>
/// <param name="By">Who moved it; null if its channel was gone.</param>
/// <param name="To">The channel's name; null if it is not known.</param>
public sealed record CardMoved(string RequesterId, string ThreadId, int Number, Person? By, string? To)
    : FromOutbox(RequesterId, $"moved|{ThreadId}|{Number}");

/// <summary>The channel to which somebody moved a thread does not take its card.</summary>
/// <param name="RequesterId">Whose thread it is.</param>
/// <param name="ThreadId">Which.</param>
/// <param name="MoveId">Which move.</param>
/// <param name="AskedIn">Where it was typed.</param>
public sealed record MoveRefused(string RequesterId, string ThreadId, string MoveId, ConversationReference AskedIn)
    : FromOutbox(RequesterId, $"notMoved|{MoveId}");

/// <summary>The connector refused for good something about a thread that is for its rep.</summary>
/// <param name="RequesterId">Whose thread it is.</param>
/// <param name="ThreadId">Which.</param>
/// <param name="Letter">The key of the message's row.</param>
public sealed record NewsRefused(string RequesterId, string ThreadId, string Letter) : FromOutbox(RequesterId, $"unreached|{Letter}");

/// <summary>The card of a thread waits, since no channel is connected.</summary>
public sealed record CardWaits(string RequesterId, string ThreadId) : FromOutbox(RequesterId, $"waits|{ThreadId}");

/// <summary>Nobody came back to a dialog for as long as it is kept.</summary>
public sealed record DialogLapsed(string RequesterId, string DialogId) : FromOutbox(RequesterId, $"lapsed|{DialogId}");

/// <summary>The rep has not said for as long as configured whether a delivery helped.</summary>
/// <param name="RequesterId">Whose thread it is.</param>
/// <param name="ThreadId">Which.</param>
/// <param name="AskedAt">UTC instant at which the rep was asked, and since then has not answered.</param>
public sealed record NotAnsweredSince(string RequesterId, string ThreadId, DateTimeOffset AskedAt)
    : FromOutbox(RequesterId, $"unanswered|{ThreadId}|{AskedAt.UtcTicks}");

/// <summary>A colleague was looked up, who shall see to a thread.</summary>
/// <param name="RequesterId">Whose thread it is.</param>
/// <param name="Wanted">Whom, and who named them.</param>
/// <param name="Owner">Who was found; null if nobody was, or more than one.</param>
/// <param name="WhyNot">What to say then.</param>
public sealed record ColleagueLookedUp(string RequesterId, FindColleague Wanted, Person? Owner, Notice WhyNot)
    : FromOutbox(RequesterId, $"colleague|{Wanted.ThreadId}|{Wanted.AskedAt.UtcTicks}|{Wanted.By.AadObjectId}")
{
    /// <summary>The name, as far as it is known.</summary>
    public string Name => Wanted.Colleague switch
    {
        MentionedColleague mentioned => mentioned.Name,
        TypedColleague typed => typed.Name,
        _ => "",
    };
}

/// <summary>A channel's digest is due.</summary>
/// <param name="Digest">The digest.</param>
public sealed record DigestDue(SendDigest Digest) : Inbound
{
    /// <summary>The channel's own partition.</summary>
    public string Partition => Keys.Channel(Digest.To.TenantId, Digest.To.ConversationId);
}

/// <summary>A rep's own digest is due.</summary>
/// <param name="RequesterId">The rep.</param>
/// <param name="From">UTC instant at which the period began.</param>
/// <param name="Until">UTC instant at which it ended.</param>
public sealed record OwnDigestDue(string RequesterId, DateTimeOffset From, DateTimeOffset Until)
    : FromOutbox(RequesterId, $"digest|{Until.UtcTicks}");
