using System.Text.Json.Serialization;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Lists;
using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>
/// Something that was decided and must now happen: a row of the outbox. It names what to show, not how it looks:
/// that is rendered when it is sent, from the state as it is then.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "send")]
[JsonDerivedType(typeof(SendWelcome), "welcome")]
[JsonDerivedType(typeof(SendUnderstood), "understood")]
[JsonDerivedType(typeof(SendStep), "step")]
[JsonDerivedType(typeof(SendNote), "note")]
[JsonDerivedType(typeof(SendStatus), "status")]
[JsonDerivedType(typeof(SendQuestion), "question")]
[JsonDerivedType(typeof(SendAnswerPreview), "answerPreview")]
[JsonDerivedType(typeof(SendRejection), "rejection")]
[JsonDerivedType(typeof(SendNotice), "notice")]
[JsonDerivedType(typeof(SendThreadNews), "news")]
[JsonDerivedType(typeof(SendMyThread), "myThread")]
[JsonDerivedType(typeof(SendMyHistory), "myHistory")]
[JsonDerivedType(typeof(SendReplyPreview), "replyPreview")]
[JsonDerivedType(typeof(SendReplyBox), "replyBox")]
[JsonDerivedType(typeof(SendNoted), "noted")]
[JsonDerivedType(typeof(SendThanked), "thanked")]
[JsonDerivedType(typeof(SendNoChannelYet), "noChannelYet")]
[JsonDerivedType(typeof(ReconcileCard), "card")]
[JsonDerivedType(typeof(SendBelowCard), "belowCard")]
[JsonDerivedType(typeof(SendHistory), "history")]
[JsonDerivedType(typeof(FindColleague), "findColleague")]
[JsonDerivedType(typeof(RetireDuplicate), "duplicate")]
[JsonDerivedType(typeof(MoveCard), "move")]
[JsonDerivedType(typeof(PassOn), "passOn")]
[JsonDerivedType(typeof(ListThread), "list")]
[JsonDerivedType(typeof(ExpireDialog), "expireDialog")]
[JsonDerivedType(typeof(AskWhetherItHelped), "askWhetherItHelped")]
[JsonDerivedType(typeof(ReleaseWaiting), "releaseWaiting")]
[JsonDerivedType(typeof(SendDigest), "digest")]
[JsonDerivedType(typeof(WatchDigest), "watchDigest")]
[JsonDerivedType(typeof(SendOwnDigest), "ownDigest")]
[JsonDerivedType(typeof(WatchOwnDigest), "watchOwnDigest")]
[JsonDerivedType(typeof(SendChannels), "channels")]
[JsonDerivedType(typeof(SendList), "marketingList")]
[JsonDerivedType(typeof(Remind), "remind")]
[JsonDerivedType(typeof(Tidy), "tidy")]
public abstract record Outgoing
{
    /// <summary>Rows of one lane go out one after the other, in the order of their numbers.</summary>
    [JsonIgnore]
    public virtual string Lane => Chat;

    /// <summary>Whether it goes into the personal chat.</summary>
    [JsonIgnore]
    public bool IsForChat => Lane == Chat;

    /// <summary>The lane of the personal chat.</summary>
    private const string Chat = "chat";

    /// <summary>A message that names its conversation keeps its place among those that do not.</summary>
    private protected static string LaneOf(ConversationReference to) =>
        to.Type is ConversationType.Personal ? Chat : to.ConversationId;
}

/// <summary>The welcome card, into the personal chat.</summary>
public sealed record SendWelcome : Outgoing;

/// <summary>What the bot understood, into the personal chat.</summary>
public sealed record SendUnderstood(string DialogId) : Outgoing;

/// <summary>The card of a dialog's step; nothing, if the dialog has moved on.</summary>
public sealed record SendStep(string DialogId, int Revision) : Outgoing;

/// <summary>A short message of the dialog.</summary>
public sealed record SendNote(SayNote Note) : Outgoing;

/// <summary>The rep's open threads, from so many on.</summary>
public sealed record SendStatus(int Skip = 0) : Outgoing;

/// <summary>Marketing's question with a reply box; nothing, if it was answered meanwhile.</summary>
public sealed record SendQuestion(string ThreadId, int Number) : Outgoing;

/// <summary>The preview of an answer; nothing, if it was sent meanwhile.</summary>
public sealed record SendAnswerPreview(string ThreadId) : Outgoing;

/// <summary>Why something was refused, to a client whose buttons come as messages and so get no answer.</summary>
/// <param name="To">Where it was clicked or typed.</param>
/// <param name="Why">The reason.</param>
/// <param name="TimeZone">The IANA time zone of the person who reads it.</param>
public sealed record SendRejection(ConversationReference To, Rejection Why, string TimeZone) : Outgoing
{
    /// <inheritdoc/>
    public override string Lane => LaneOf(To);
}

/// <summary>A fixed message to a conversation.</summary>
/// <param name="To">The conversation.</param>
/// <param name="Notice">Which.</param>
/// <param name="Name">Whom it speaks to, or what it speaks of; null if the message needs none.</param>
public sealed record SendNotice(ConversationReference To, Notice Notice, string? Name = null) : Outgoing
{
    /// <inheritdoc/>
    public override string Lane => LaneOf(To);
}

/// <summary>What goes to the rep about a thread of theirs, also about one that is over.</summary>
public abstract record AboutOwnThread(string ThreadId) : Outgoing;

/// <summary>Tells the rep what happened to a thread.</summary>
public sealed record SendThreadNews(string ThreadId, ThreadEvent About) : AboutOwnThread(ThreadId);

/// <summary>A thread as its rep sees it.</summary>
public sealed record SendMyThread(string ThreadId) : AboutOwnThread(ThreadId);

/// <summary>What happened to a thread, for its rep.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="Until">The number of the newest event to show; null for the newest of all.</param>
public sealed record SendMyHistory(string ThreadId, int? Until) : AboutOwnThread(ThreadId);

/// <summary>The preview of what the rep writes back; nothing, if it was sent meanwhile.</summary>
public sealed record SendReplyPreview(string ThreadId) : AboutOwnThread(ThreadId);

/// <summary>The box to write back in.</summary>
public sealed record SendReplyBox(string ThreadId) : AboutOwnThread(ThreadId);

/// <summary>That it is noted whether a delivery helped; thanks may follow.</summary>
public sealed record SendNoted(string ThreadId) : AboutOwnThread(ThreadId);

/// <summary>That the rep's thanks were posted.</summary>
public sealed record SendThanked(string ThreadId) : AboutOwnThread(ThreadId);

/// <summary>Tells the rep that the request is kept until marketing has connected a channel.</summary>
public sealed record SendNoChannelYet(string ThreadId) : AboutOwnThread(ThreadId);

/// <summary>What belongs to the card of one thread: the card first, then what is said below it.</summary>
public abstract record ThreadOutgoing(string ThreadId) : Outgoing
{
    /// <inheritdoc/>
    public override string Lane => $"thread|{ThreadId}";
}

/// <summary>The card in the channel must show the thread as it is.</summary>
public sealed record ReconcileCard(string ThreadId) : ThreadOutgoing(ThreadId);

/// <summary>A reply below the card.</summary>
public sealed record SendBelowCard(string ThreadId, ThreadEvent About) : ThreadOutgoing(ThreadId);

/// <summary>What happened to a thread, below the card.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="Until">The number of the newest event to show; null for the newest of all.</param>
public sealed record SendHistory(string ThreadId, int? Until) : ThreadOutgoing(ThreadId);

/// <summary>A colleague, who shall see to it, is looked up among the members of the channel's team.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="By">Who named them.</param>
/// <param name="Colleague">Who was named.</param>
/// <param name="TimeZone">The IANA time zone of who named them.</param>
/// <param name="AskedAt">UTC instant at which they were named.</param>
public sealed record FindColleague(string ThreadId, Person By, Colleague Colleague, string TimeZone, DateTimeOffset AskedAt) : ThreadOutgoing(ThreadId);

/// <summary>A second card of the same thread becomes a pointer to the first.</summary>
public sealed record RetireDuplicate(string ThreadId, string ActivityId) : ThreadOutgoing(ThreadId);

/// <summary>The card goes to another channel, and a pointer stays where it was.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="MoveId">Random; tells this move from any other.</param>
/// <param name="To">The channel.</param>
/// <param name="By">Who wants it.</param>
/// <param name="AskedIn">Where that was typed.</param>
public sealed record MoveCard(string ThreadId, string MoveId, ConversationReference To, Person By, ConversationReference AskedIn)
    : ThreadOutgoing(ThreadId);

/// <summary>The thread goes into the partition of a colleague, whose it is from then on. It is the last thing that is done about the
/// thread here.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="RequesterId">The colleague's partition.</param>
public sealed record PassOn(string ThreadId, string RequesterId) : ThreadOutgoing(ThreadId);

/// <summary>The thread's row in the channel's own partition, for the digest.</summary>
public sealed record ListThread(string ThreadId) : ThreadOutgoing(ThreadId);

/// <summary>Drops a half-finished dialog that nobody came back to.</summary>
public sealed record ExpireDialog(string DialogId) : Outgoing
{
    /// <inheritdoc/>
    public override string Lane => "expire";
}

/// <summary>Asks once more whether a delivery helped, and in the end waits no longer.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="DeliveredAt">UTC instant of the delivery: a later one of the same thread has a row of its own.</param>
public sealed record AskWhetherItHelped(string ThreadId, DateTimeOffset DeliveredAt) : Outgoing
{
    /// <inheritdoc/>
    public override string Lane => $"helped|{ThreadId}|{DeliveredAt.UtcTicks}";
}

/// <summary>Lets go of what waits for the tenant's channel.</summary>
public sealed record ReleaseWaiting : Outgoing
{
    /// <inheritdoc/>
    public override string Lane => "release";
}

/// <summary>Removes, once a day, what has been kept long enough; begins with a partition's first turn and never ends.</summary>
public sealed record Tidy : Outgoing
{
    /// <inheritdoc/>
    public override string Lane => "tidy";
}

/// <summary>The digest of a channel, counted when it is sent.</summary>
/// <param name="To">The channel.</param>
/// <param name="Before">UTC instant at which the period before began; it is counted again.</param>
/// <param name="From">UTC instant at which the period began.</param>
/// <param name="Until">UTC instant at which it ended: when the digest was due.</param>
/// <param name="TimeZone">The IANA zone whose days and working hours are meant.</param>
/// <param name="IsLate">Whether it was due long before.</param>
/// <param name="IsPreview">Whether somebody wanted to see it now; nothing is stored for it then.</param>
public sealed record SendDigest(
    ConversationReference To, DateTimeOffset Before, DateTimeOffset From, DateTimeOffset Until, string TimeZone, bool IsLate, bool IsPreview) : Outgoing
{
    /// <inheritdoc/>
    public override string Lane => To.ConversationId;
}

/// <summary>Looks whether a channel's digest is due; rests until the next one is, and never ends as long as the channel is connected.</summary>
/// <param name="ChannelId">The channel's conversation.</param>
/// <param name="Since">The <see cref="ChannelDigest.Since"/> of what it watches: another schedule has a row of its own.</param>
public sealed record WatchDigest(string ChannelId, DateTimeOffset Since) : Outgoing
{
    /// <inheritdoc/>
    public override string Lane => $"digest|{ChannelId}|{Since.UtcTicks}";
}

/// <summary>A rep's own digest.</summary>
/// <param name="From">UTC instant at which the period began.</param>
/// <param name="Until">UTC instant at which it ended.</param>
public sealed record SendOwnDigest(DateTimeOffset From, DateTimeOffset Until) : Outgoing;

/// <summary>The same as <see cref="WatchDigest"/> for a rep's own digest, as long as the rep wants it.</summary>
/// <param name="Since">The <see cref="RequesterHead.DigestSince"/> of what it watches.</param>
public sealed record WatchOwnDigest(DateTimeOffset Since) : Outgoing
{
    /// <inheritdoc/>
    public override string Lane => $"digest|{Since.UtcTicks}";
}

/// <summary>Which channels are connected, and what comes to each.</summary>
public sealed record SendChannels(ConversationReference To) : Outgoing
{
    /// <inheritdoc/>
    public override string Lane => LaneOf(To);
}

/// <summary>A list that somebody of marketing asked for.</summary>
/// <param name="To">Where.</param>
/// <param name="List">Which.</param>
/// <param name="Who">Who asked.</param>
/// <param name="TimeZone">The IANA time zone of the person who asked.</param>
public sealed record SendList(ConversationReference To, ListRequest List, Person Who, string TimeZone) : Outgoing
{
    /// <inheritdoc/>
    public override string Lane => LaneOf(To);
}

/// <summary>Reminds a channel, on the mornings of working days, of what waits and of what is overdue; ends with the channel's connection.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Id">Which row this is: a channel that is connected again has another one (<see cref="TenantHead.Reminding"/>).</param>
/// <param name="TimeZone">The IANA time zone of the person who connected the channel.</param>
public sealed record Remind(ConversationReference Channel, string Id, string TimeZone) : Outgoing
{
    /// <inheritdoc/>
    public override string Lane => $"remind|{Channel.ConversationId}|{Id}";
}

/// <summary>The fixed messages to conversations.</summary>
public enum Notice
{
    /// <summary>Let us go on in the personal chat.</summary>
    GoOnInChat,

    /// <summary>The same, with a link, where the personal chat is not there yet.</summary>
    OpenChat,

    /// <summary>Teams does not say who this is.</summary>
    NoPersonId,

    /// <summary>More came than is taken in at once.</summary>
    TooFast,

    /// <summary>This channel now takes the requests.</summary>
    ChannelConnected,

    /// <summary>This channel now takes requests of some kinds.</summary>
    ChannelConnectedFor,

    /// <summary>This channel now takes what has no channel of its own.</summary>
    ChannelConnectedForTheRest,

    /// <summary>It did so before.</summary>
    AlreadyConnected,

    /// <summary>No kind has that name.</summary>
    NoSuchKind,

    /// <summary>This channel takes no new requests any more.</summary>
    ChannelStopped,

    /// <summary>The same, and requests without a channel of their own have to wait.</summary>
    LastChannelStopped,

    /// <summary>This channel takes no requests anyway.</summary>
    NotConnected,

    /// <summary>This channel takes no requests, so none can be moved here.</summary>
    NotConnectedYet,

    /// <summary>No channel has that name, or several have.</summary>
    NoSuchChannel,

    /// <summary>A request that is in no channel yet cannot be moved to another one.</summary>
    NotPostedYet,

    /// <summary>The request is in that channel.</summary>
    AlreadyThere,

    /// <summary>The request moves to another channel.</summary>
    Moving,

    /// <summary>The other channel does not take the request.</summary>
    NotMoved,

    /// <summary>Only an administrator connects or disconnects a channel, or sees which are connected.</summary>
    OnlyAdministratorsConnect,

    /// <summary>Only a channel takes the requests, not a chat of several people.</summary>
    OnlyChannels,

    /// <summary>On a development machine, the first channel is used until one is connected.</summary>
    FirstChannelUsed,

    /// <summary>What can be typed in a channel.</summary>
    ChannelHelp,

    /// <summary>The digest is shown in marketing's own channel only.</summary>
    DigestElsewhere,

    /// <summary>The lists are shown in marketing's own channels only.</summary>
    ListElsewhere,

    /// <summary>What was asked from elsewhere goes on in the personal chat.</summary>
    AskGoesOn,

    /// <summary>It will, once the personal chat is open.</summary>
    AskNeedsChat,

    /// <summary>When the digest comes from now on.</summary>
    DigestScheduled,

    /// <summary>No digest comes until somebody wants it again.</summary>
    DigestPaused,

    /// <summary>The digest comes again, and when.</summary>
    DigestResumed,

    /// <summary>What can be typed about the digest.</summary>
    DigestHelp,

    /// <summary>The rep gets a digest of their own.</summary>
    OwnDigestOn,

    /// <summary>The rep gets none any more.</summary>
    OwnDigestOff,

    /// <summary>What a rep can type about the digest.</summary>
    OwnDigestHelp,

    /// <summary>A button that does nothing any more, or never did.</summary>
    NotFromThisCard,

    /// <summary>A preview that was agreed to by a word has not been delivered yet.</summary>
    PreviewOnItsWay,

    /// <summary>Marketing decides on the card in its channel.</summary>
    DecideInChannel,

    /// <summary>What was written below a card reached its rep.</summary>
    PassedOn,

    /// <summary>The rep cannot be reached any more.</summary>
    NobodyToTell,

    /// <summary>The rep mentioned the bot below their own card.</summary>
    SaidAlready,

    /// <summary>The bot was mentioned below something that is no card.</summary>
    NotBelowACard,

    /// <summary>Files came with what was passed on.</summary>
    FilesNotPassedOn,

    /// <summary>Every reply below a card of the channel is passed on.</summary>
    RelayOn,

    /// <summary>Only replies that mention the bot are passed on.</summary>
    RelayOff,

    /// <summary>Replies are passed on from a channel that takes the requests only.</summary>
    RelayElsewhere,

    /// <summary>Only an administrator turns the relay on or off.</summary>
    OnlyAdministratorsRelay,

    /// <summary>A colleague was named, and is looked up.</summary>
    LookingUp,

    /// <summary>A colleague was picked with an approval that is not the last one.</summary>
    OwnerLater,

    /// <summary>Who was named is not in the team.</summary>
    NoSuchColleague,

    /// <summary>Several members of the team go by the name.</summary>
    SeveralColleagues,

    /// <summary>Teams does not show the members of the team.</summary>
    RosterClosed,

    /// <summary>Marketing was asked kindly how a request is coming along.</summary>
    Nudged,
}
