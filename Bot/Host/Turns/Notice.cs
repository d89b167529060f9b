namespace BridgeBot.Host.Turns;

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

    /// <summary>What was typed for when the digest shall come is nothing of the kind.</summary>
    DigestNoSchedule,

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

    /// <summary>Somebody who is not of marketing tried to say when the digest comes.</summary>
    OnlyMarketingSchedules,

    /// <summary>A command about a request was typed without the reference of one.</summary>
    WhichRequest,

    /// <summary>Only an administrator hands somebody's requests to a colleague.</summary>
    OnlyAdministratorsHandOver,

    /// <summary>How to hand somebody's requests to a colleague.</summary>
    HandOverHelp,

    /// <summary>Both ids are of the same person.</summary>
    SamePersonTwice,

    /// <summary>There are no requests of whom the first id names.</summary>
    NothingToHandOver,

    /// <summary>The bot could not tell the colleague: they never wrote to it, or removed it.</summary>
    ColleagueUnknown,

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
