using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>The short messages, sent as plain text (<c>textFormat</c> plain). What users typed is inert in them.</summary>
public static partial class Messages
{
    private const int LongestName = 100;
    private const int LongestList = 1_000;

    /// <summary>A preview that was agreed to by a word has not been delivered yet.</summary>
    public static string PreviewOnItsWay => Phrases.MessagePreviewOnItsWay;

    /// <summary>Marketing was asked kindly how it is coming along.</summary>
    public static string Nudged => Phrases.MessageNudged;

    /// <summary>A click was taken; what follows comes as a message.</summary>
    public static string Noted => Phrases.MessageNoted;

    /// <summary>The digest was asked for in another channel than the connected one.</summary>
    public static string DigestElsewhere => Phrases.MessageDigestElsewhere;

    /// <summary>A search from the compose box found nothing.</summary>
    public static string SearchFoundNothing => Phrases.MessageSearchFoundNothing;

    /// <summary>What was asked from elsewhere goes on in the personal chat.</summary>
    public static string AskGoesOn => Phrases.MessageAskGoesOn;

    /// <summary>The same, where the personal chat is not open yet.</summary>
    public static string AskNeedsChat => Phrases.MessageAskNeedsChat;

    /// <summary>A list was asked for outside of marketing's channels.</summary>
    public static string ListElsewhere => Phrases.MessageListElsewhere;

    /// <summary>The channel's digest comes at another time from now on.</summary>
    /// <param name="next">When it comes next.</param>
    public static string DigestScheduled(string next) => Phrase.Of(Phrases.MessageDigestScheduled, next);

    /// <summary>The channel gets no digest for now.</summary>
    public static string DigestPaused => Phrases.MessageDigestPaused;

    /// <summary>The channel gets its digest again.</summary>
    /// <param name="next">When it comes next.</param>
    public static string DigestResumed(string next) => Phrase.Of(Phrases.MessageDigestResumed, next);

    /// <summary>What was typed for when the channel's digest shall come is nothing of the kind.</summary>
    public static string DigestNoSchedule => Phrases.MessageDigestNoSchedule;

    /// <summary>What can be typed about the channel's digest.</summary>
    public static string DigestHelp => Phrases.MessageDigestHelp;

    /// <summary>The rep gets a digest of their own.</summary>
    public static string OwnDigestOn => Phrases.MessageOwnDigestOn;

    /// <summary>The rep gets no digest any more.</summary>
    public static string OwnDigestOff => Phrases.MessageOwnDigestOff;

    /// <summary>What a rep can type about their digest.</summary>
    public static string OwnDigestHelp => Phrases.MessageOwnDigestHelp;

    /// <summary>Marketing has connected a channel.</summary>
    public static string ChannelConnected => Phrases.MessageChannelConnected;

    /// <summary>Marketing has connected a channel for whatever has none of its own.</summary>
    public static string ChannelConnectedForTheRest => Phrases.MessageChannelConnectedForTheRest;

    /// <summary>A channel takes no new requests any more.</summary>
    public static string ChannelStopped => Phrases.MessageChannelStopped;

    /// <summary>The same, and requests without a channel of their own have to wait.</summary>
    public static string LastChannelStopped => Phrases.MessageLastChannelStopped;

    /// <summary>The channel takes no requests anyway.</summary>
    public static string NotConnected => Phrases.MessageNotConnected;

    /// <summary>This channel is connected already.</summary>
    public static string AlreadyConnected => Phrases.MessageAlreadyConnected;

    /// <summary>Somebody who is no administrator tried to connect or disconnect a channel, or to see which are connected.</summary>
    public static string OnlyAdministratorsConnect => Phrases.MessageOnlyAdministratorsConnect;

    /// <summary>A group chat was named as marketing's channel.</summary>
    public static string OnlyChannels => Phrases.MessageOnlyChannels;

    /// <summary>In Development: the first channel is used until another one is connected.</summary>
    public static string FirstChannelUsed => Phrases.MessageFirstChannelUsed;

    /// <summary>Teams sent no aadObjectId for the person.</summary>
    public static string NoPersonId => Phrases.MessageNoPersonId;

    /// <summary>More came than is taken in at once.</summary>
    public static string TooFast => Phrases.MessageTooFast;

    /// <summary>A fault of ours; the person may try again.</summary>
    public static string TryAgain => Phrases.MessageTryAgain;

    /// <summary>Something that was typed could not be dealt with for a reason that is not the person's.</summary>
    public static string SendAgain => Phrases.MessageSendAgain;

    /// <summary>To somebody who wrote more than a request has room for.</summary>
    public static string TooLong => Phrases.MessageTooLong;

    /// <summary>What can be typed in a channel.</summary>
    public static string ChannelHelp => Phrases.MessageChannelHelp;

    /// <summary>What can be typed in the personal chat.</summary>
    public static string PersonalHelp => Phrases.MessagePersonalHelp;

    /// <summary>A forged or outdated button.</summary>
    public static string NotFromThisCard => Phrases.MessageNotFromThisCard;

    /// <summary>Marketing's buttons were pressed outside of its channel.</summary>
    public static string DecideInChannel => Phrases.MessageDecideInChannel;

    /// <summary>Somebody named a colleague, who is looked up.</summary>
    public static string LookingUp => Phrases.MessageLookingUp;

    /// <summary>What was written below a card reached its rep.</summary>
    /// <param name="name">The rep's name.</param>
    public static string PassedOn(string name) => Fill(Phrases.MessagePassedOn, Name(name));

    /// <summary>The rep cannot be reached.</summary>
    public static string NobodyToTell => Phrases.MessageNobodyToTell;

    /// <summary>The rep mentioned the bot below their own card.</summary>
    public static string SaidAlready => Phrases.MessageSaidAlready;

    /// <summary>The bot was mentioned below something else than a card.</summary>
    public static string NotBelowACard => Phrases.MessageNotBelowACard;

    /// <summary>Files came with what was passed on.</summary>
    public static string FilesNotPassedOn => Phrases.MessageFilesNotPassedOn;

    /// <summary>Every reply below a card is passed on.</summary>
    public static string RelayOn => Phrases.MessageRelayOn;

    /// <summary>Replies that mention the bot are passed on.</summary>
    public static string RelayOff => Phrases.MessageRelayOff;

    /// <summary>The channel takes no requests.</summary>
    public static string RelayElsewhere => Phrases.MessageRelayElsewhere;

    /// <summary>Somebody who is no administrator tried to turn the relay on or off.</summary>
    public static string OnlyAdministratorsRelay => Phrases.MessageOnlyAdministratorsRelay;

    /// <summary>Somebody who is not of marketing tried to say when the digest comes.</summary>
    public static string OnlyMarketingSchedules => Phrases.MessageOnlyMarketingSchedules;

    /// <summary>A command about a request was typed without the reference of one.</summary>
    public static string WhichRequest => Phrases.MessageWhichRequest;

    /// <summary>Somebody who is no administrator tried to hand somebody's requests to a colleague.</summary>
    public static string OnlyAdministratorsHandOver => Phrases.MessageOnlyAdministratorsHandOver;

    /// <summary>How to hand somebody's requests to a colleague.</summary>
    public static string HandOverHelp => Phrases.MessageHandOverHelp;

    /// <summary>Somebody's requests were to be handed to themselves.</summary>
    public static string SamePersonTwice => Phrases.MessageSamePersonTwice;

    /// <summary>Somebody whose requests were to be handed over has none.</summary>
    public static string NothingToHandOver => Phrases.MessageNothingToHandOver;

    /// <summary>The colleague who was to have the requests cannot be told of them.</summary>
    public static string ColleagueUnknown => Phrases.MessageColleagueUnknown;

    /// <summary>Somebody's requests are on their way to a colleague.</summary>
    public static string HandingOver(Person leaver, Person colleague) => Fill(Phrases.MessageHandingOver, Name(leaver), Name(colleague));

    /// <summary>What the rep wrote back was sent.</summary>
    /// <param name="reference">Of the thread.</param>
    public static string ReplySent(string reference) => Fill(Phrases.MessageReplySent, Inert.Line(reference));

    /// <summary>A colleague was picked with an approval that is not the last one.</summary>
    public static string OwnerLater => Phrases.MessageOwnerLater;

    /// <summary>Teams does not show the members of the team.</summary>
    public static string RosterClosed => Phrases.MessageRosterClosed;

    /// <summary>Somebody was named who is not in the team.</summary>
    /// <param name="name">As far as it is known.</param>
    public static string NoSuchColleague(string name) => Fill(Phrases.MessageNoSuchColleague, Called(name));

    /// <summary>A typed name is that of several members of the team.</summary>
    /// <param name="name">The name.</param>
    public static string SeveralColleagues(string name) => Fill(Phrases.MessageSeveralColleagues, Called(name));

    /// <summary>What stands in the place of the name of somebody who was erased; whether they have left is not known.</summary>
    public static string NameRemoved => Phrases.MessageNameRemoved;

    /// <summary>Marketing has connected a channel for some requests.</summary>
    /// <param name="what">Which, as people call them.</param>
    public static string ChannelConnectedFor(string what) => Fill(Phrases.MessageChannelConnectedFor, Inert.Line(what, LongestList));

    /// <summary>No kind has that name.</summary>
    /// <param name="name">As typed.</param>
    /// <param name="kinds">The configured kinds.</param>
    public static string NoSuchKind(string name, KindCatalog kinds) =>
        Fill(Phrases.MessageNoSuchKind, Name(name), List(kinds.All.Select(kind => kind.Label)));

    /// <summary>A channel takes no requests, so none can be moved there.</summary>
    public static string NotConnectedYet => Phrases.MessageNotConnectedYet;

    /// <summary>No channel has that name, or several have; a list follows.</summary>
    /// <param name="name">As typed.</param>
    public static string NoSuchChannel(string name) => Fill(Phrases.MessageNoSuchChannel, Name(name));

    /// <summary>A request that is in no channel yet cannot be moved.</summary>
    /// <param name="reference">Of the request.</param>
    public static string NotPostedYet(string reference) => Fill(Phrases.MessageNotPostedYet, Inert.Line(reference));

    /// <summary>A request is in the channel to which it was to be moved.</summary>
    /// <param name="reference">Of the request.</param>
    public static string AlreadyThere(string reference) => Fill(Phrases.MessageAlreadyThere, Inert.Line(reference));

    /// <summary>A request moves to another channel.</summary>
    /// <param name="reference">Of the request.</param>
    public static string Moving(string reference) => Fill(Phrases.MessageMoving, Inert.Line(reference));

    /// <summary>The other channel does not take a request.</summary>
    /// <param name="reference">Of the request.</param>
    public static string NotMoved(string reference) => Fill(Phrases.MessageNotMoved, Inert.Line(reference));

    /// <summary>Which channels are connected, a line each.</summary>
    /// <param name="channels">What comes to a channel, null for whatever has none of its own; and the channel's name, null if it is not known.</param>
    public static string Channels(IReadOnlyList<(string? What, string? Where)> channels) => channels.Count == 0
        ? Phrases.MessageNoChannels
        : string.Join('\n', channels
            .Select(channel => Fill(
                Phrases.MessageChannelsLine,
                channel.What is { } what ? Inert.Line(what, LongestList) : Inert.Ours(Phrases.MessageChannelsRest),
                channel.Where is { } name ? Name(name) : Inert.Ours(Phrases.MessageChannelsUnnamed)))
            .Prepend(Phrases.MessageChannels)
            .Concat(channels.Any(channel => channel.What is null) ? [] : [Phrases.MessageChannelsNoRest]));

    /// <summary>No channel is connected; the request is kept.</summary>
    /// <param name="reference">Of the request that waits.</param>
    public static string NoChannelYet(string reference) => Fill(Phrases.MessageNoChannelYet, Inert.Line(reference));

    /// <summary>To somebody who mentioned the bot in a group chat or another channel.</summary>
    /// <param name="name">Their display name.</param>
    public static string GroupHint(string name) => Fill(Phrases.MessageGroupHint, Name(name));

    /// <summary>The same, where the personal chat is not open yet.</summary>
    /// <param name="name">Their display name.</param>
    /// <param name="link">Opens the personal chat; made by the host.</param>
    public static string GroupHintWithLink(string name, string link) =>
        Fill(Phrases.MessageGroupHintWithLink, Name(name), Inert.Ours(link));

    /// <summary>The rep's answer was sent.</summary>
    /// <param name="reference">Of the thread.</param>
    public static string AnswerSent(string reference) => Fill(Phrases.MessageAnswerSent, Inert.Line(reference));

    /// <summary>Attached files are not kept.</summary>
    /// <param name="names">The files' names, as sent; may be empty.</param>
    public static string AttachmentsNotKept(IReadOnlyList<string> names) => List(names) is { Value.Length: > 0 } listed
        ? Fill(Phrases.MessageAttachmentsNotKept, listed)
        : Phrases.MessageAttachmentsNotKeptUnnamed;

    private static Inert List(IEnumerable<string> names) => Inert.Ours(string.Join(
        ", ",
        names.Select(name => Inert.Line(name, LongestName).Value).Where(name => name.Length > 0)));

    private static Inert Name(Person person) => Name(person.Name);

    /// <summary>A name that may not be known.</summary>
    private static Inert Called(string name) => Inert.Line(name, LongestName) is { Value.Length: > 0 } called ? called : Inert.Ours(Phrases.Somebody);

    private static Inert Name(string name) => Inert.Line(name, LongestName);

    private static string Fill(string phrase, params ReadOnlySpan<Inert> texts) => Inert.Fill(phrase, texts).Value;
}
