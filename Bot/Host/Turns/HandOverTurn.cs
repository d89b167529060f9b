using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>An administrator hands all requests of somebody who leaves to a colleague. That each is there is decided once it is.</summary>
internal static class HandOverTurn
{
    /// <summary>Whether a message is about that. Without any id it may be a request, or words for a rep below their card: then it is
    /// only where an administrator seems to look for the form.</summary>
    public static bool IsMeant(Said said, Membership membership) => ChatCommand.ReadHandOver(said.Text) is { } ids
        && (ids is not (null, null) || (!said.IsReply && membership.Allows(Deed.HandOverThreads, said.Envelope.From!)));

    /// <summary>Decides. Pure; whoever it is about may have gone by the time it is carried out, which looks again.</summary>
    public static IReadOnlyList<Outgoing> Decide(HandOverAsked asked, TurnContext context)
    {
        var by = asked.Envelope.From!;
        return (ChatCommand.ReadHandOver(asked.Said.Text), asked.From, asked.To) switch
        {
            _ when !context.Settings.Membership.Allows(Deed.HandOverThreads, by) => Say(Notice.OnlyAdministratorsHandOver),
            ({ From: { } from, To: { } to }, _, _) when from == to => Say(Notice.SamePersonTwice),
            ({ From: not null, To: not null }, { HasRequests: true } leaver, { HasChat: true } colleague) =>
            [
                new SendHandingOver(asked.Envelope.Conversation, leaver.Person, colleague.Person),
                new PassAllOn(leaver.RequesterId, colleague.RequesterId, by, RequesterDecider.OriginOf(asked)),
            ],
            ({ From: not null, To: not null }, { HasRequests: true }, _) => Say(Notice.ColleagueUnknown),
            ({ From: not null, To: not null }, _, _) => Say(Notice.NothingToHandOver),
            _ => Say(Notice.HandOverHelp),
        };

        IReadOnlyList<Outgoing> Say(Notice notice) => [new SendNotice(asked.Envelope.Conversation, notice)];
    }
}
