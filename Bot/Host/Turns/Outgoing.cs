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
[JsonDerivedType(typeof(PassAllOn), "passAllOn")]
[JsonDerivedType(typeof(SendHandingOver), "handingOver")]
[JsonDerivedType(typeof(ListThread), "list")]
[JsonDerivedType(typeof(ExpireDialog), "expireDialog")]
[JsonDerivedType(typeof(AskWhetherItHelped), "askWhetherItHelped")]
[JsonDerivedType(typeof(ReleaseWaiting), "releaseWaiting")]
[JsonDerivedType(typeof(SendDigest), "digest")]
[JsonDerivedType(typeof(WatchDigest), "watchDigest")]
[JsonDerivedType(typeof(EnqueueDigest), "enqueueDigest")]
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
/// <param name="By">The administrator who wants it; null for an operator.</param>
/// <param name="Where">From what kind of place.</param>
public sealed record PassOn(string ThreadId, string RequesterId, Person? By = null, Origin Where = Origin.CommandLine) : ThreadOutgoing(ThreadId);

/// <summary>All threads of one requester go to a colleague. It may be in any partition: of whoever typed it, or where it was typed.</summary>
/// <param name="FromRequesterId">Whose they are.</param>
/// <param name="ToRequesterId">The colleague.</param>
/// <param name="By">The administrator who wants it; null for an operator.</param>
/// <param name="Where">From what kind of place.</param>
public sealed record PassAllOn(string FromRequesterId, string ToRequesterId, Person? By, Origin Where) : Outgoing
{
    /// <inheritdoc/>
    public override string Lane => "passAllOn";
}

/// <summary>Tells who typed it that all requests of somebody are on their way to a colleague. It holds the two as people, so that
/// their names go where one of them is erased.</summary>
/// <param name="To">Where it was typed.</param>
/// <param name="Leaver">Whose requests they are.</param>
/// <param name="Colleague">Who gets them.</param>
public sealed record SendHandingOver(ConversationReference To, Person Leaver, Person Colleague) : Outgoing
{
    /// <inheritdoc/>
    public override string Lane => LaneOf(To);
}

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

/// <summary>The last digest of a schedule that was changed while its rows were waited for; it comes once, whoever enqueues it.</summary>
/// <param name="Digest">Which.</param>
public sealed record EnqueueDigest(SendDigest Digest) : Outgoing
{
    /// <inheritdoc/>
    public override string Lane => $"digest|{Digest.To.ConversationId}|last|{Digest.Until.UtcTicks}";
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
/// <param name="Channel">The channel as it was when it was connected; it is written to as the tenant knows it by then.</param>
/// <param name="Id">Which row this is: a channel that is connected again has another one (<see cref="TenantHead.Reminding"/>).</param>
/// <param name="TimeZone">The IANA time zone of the person who connected the channel.</param>
public sealed record Remind(ConversationReference Channel, string Id, string TimeZone) : Outgoing
{
    /// <inheritdoc/>
    public override string Lane => $"remind|{Channel.ConversationId}|{Id}";
}
