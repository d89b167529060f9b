using System.Collections.Frozen;
using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Requests;

/// <summary>What the words before a date make of it.</summary>
internal enum DateRole
{
    /// <summary>They tell nothing.</summary>
    Named,

    /// <summary>Something has happened or is promised then.</summary>
    Told,

    /// <summary>Something is due then.</summary>
    Due,
}

/// <summary>Tells by the words before a date whether something is due then.</summary>
internal static class DeadlineSigns
{
    private const int Reach = 4;
    private static readonly FrozenSet<string> Due = "by before until due deadline needed need closes close bis live within latest".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Happened = "since ordered signed sent asked requested promised shipped released launched started from answered effective last expired i'll".Split(' ').ToFrozenSet();

    /// <summary>What the words before a date make of it.</summary>
    public static DateRole RoleOf(Message message, Span date) =>
        IsTold(message, date.Start, Due) ? DateRole.Due : IsTold(message, date.Start, Happened) ? DateRole.Told : DateRole.Named;

    private static bool IsTold(Message message, int at, FrozenSet<string> words)
    {
        for (var i = at - 1; i >= 0 && i >= at - Reach && message.Tokens[i].Kind is not TokenKind.Mark; i--)
        {
            if (words.Contains(message.Tokens[i].Key))
            {
                return true;
            }
        }

        return false;
    }
}
