using BridgeBot.Host.Channel;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Outbox;

/// <summary>Looks a colleague up among the members of the channel's team, and has it decided what was found.</summary>
internal sealed class ColleagueSearch(Roster roster, TurnRunner turns, TimeProvider clock)
{
    /// <summary>Then whoever named them is told, and the name is not kept.</summary>
    private static readonly TimeSpan GivesUpAfter = TimeSpan.FromHours(1);

    /// <summary>Looks somebody up.</summary>
    /// <param name="requesterId">Whose thread it is about.</param>
    /// <param name="wanted">Whom, and for what.</param>
    /// <param name="channel">Where the thread's card is.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<DeliveryResult> RunAsync(string requesterId, FindColleague wanted, ConversationReference channel, CancellationToken cancel)
    {
        var answer = await roster.FindAsync(channel, member => IsMeant(member, wanted.Colleague), cancel);
        if (answer is RosterLater later && clock.GetUtcNow() - wanted.AskedAt < GivesUpAfter)
        {
            return new TryLater(later.Code, null);
        }

        var members = Best((answer as RosterFound)?.Members ?? [], wanted.Colleague);
        var turn = await turns.RunAsync(
            new ColleagueLookedUp(
                requesterId,
                wanted,
                members is [var one] ? one.Person : null,
                answer is not RosterFound ? Notice.RosterClosed : members.Count > 1 ? Notice.SeveralColleagues : Notice.NoSuchColleague),
            cancel);
        turn.AfterAnswer?.Invoke();
        return new Done();
    }

    private static bool IsMeant(Member member, Colleague colleague) => colleague switch
    {
        PickedColleague picked => Guid.TryParse(member.Person.AadObjectId, out var id) && id == Guid.Parse(picked.Person.AadObjectId),
        MentionedColleague mentioned => member.TeamsId == mentioned.TeamsId,
        TypedColleague typed => Words(typed.Name) is { Length: > 0 } words && words.All(word => Words(member.Person.Name).Contains(word, StringComparer.OrdinalIgnoreCase)),
        _ => false,
    };

    /// <summary>A whole name comes before a part of one.</summary>
    private static IReadOnlyList<Member> Best(IReadOnlyList<Member> members, Colleague colleague) =>
        colleague is TypedColleague typed
        && members.Where(member => Words(member.Person.Name).SequenceEqual(Words(typed.Name), StringComparer.OrdinalIgnoreCase)).ToList() is { Count: > 0 } whole
            ? whole
            : members;

    private static string[] Words(string name) =>
        name.Split([' ', '\t', '\n', '\r', '\u00a0', ',', '@', '.'], StringSplitOptions.RemoveEmptyEntries);
}
