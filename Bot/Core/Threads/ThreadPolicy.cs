using System.Collections.Frozen;

namespace BridgeBot.Core.Threads;

/// <summary>The one table of statuses and commands: what is allowed where. The card's buttons and the decider both read it.</summary>
public static class ThreadPolicy
{
    private static readonly FrozenDictionary<ThreadStatus, FrozenSet<Type>> Allowed =
        new Dictionary<ThreadStatus, FrozenSet<Type>>
        {
            [ThreadStatus.Submitted] = Commands(typeof(Approve), typeof(Decline), typeof(Ask)),
            [ThreadStatus.Question] = Commands(typeof(Approve), typeof(Decline), typeof(AnswerQuestion)),
            [ThreadStatus.Approved] = Commands(),
            [ThreadStatus.Declined] = Commands(),
        }.ToFrozenDictionary();

    /// <summary>
    /// The longest reason, question or answer, in UTF-16 code units. A card with the longest framing and five of these
    /// stays below the 28 KB at which older clients stop showing a message
    /// (<see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages"/>).
    /// </summary>
    public const int LongestText = 2_000;

    /// <summary>Whether a thread in this status takes this command.</summary>
    /// <typeparam name="TCommand">A <see cref="ThreadCommand"/> of a person.</typeparam>
    public static bool Allows<TCommand>(ThreadStatus status)
        where TCommand : ThreadCommand => Allows(status, typeof(TCommand));

    internal static bool Allows(ThreadStatus status, Type command) => Allowed[status].Contains(command);

    private static FrozenSet<Type> Commands(params Type[] commands) => commands.ToFrozenSet();
}
