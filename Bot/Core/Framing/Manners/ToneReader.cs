using System.Collections.Frozen;
using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Manners;

/// <summary>Finds the phrases that land badly or well.</summary>
internal static class ToneReader
{
    private static readonly PatternIndex<ToneRule> Flags = new(ToneRules.All, rule => rule.Pattern);
    private static readonly PatternIndex<CourtesyRule> Courtesies = new(CourtesyRules.All, rule => rule.Pattern);

    /// <summary>Ordinary words that are shouted when in capitals; what else is in capitals may be a name.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Shouted = new[]
    {
        "NEVER", "ALWAYS", "NOW", "NOT", "NO", "NOTHING", "EVERY", "PLEASE", "AGAIN", "STOP", "NEED", "WANT", "WHY", "ALL", "ANY",
        "VERY", "REALLY", "STILL", "LOT", "MUST", "THIS", "THAT", "THE", "WHAT", "HOW", "ARE", "YOU", "OUR", "YOUR",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the tone of a message; a quotation's words are not the rep's and are left out.</summary>
    public static Manner Read(Message message)
    {
        List<Flag> flags = [];
        List<Courtesy> courtesies = [];
        var courteous = false;
        var tokens = message.Tokens;
        var loud = IsLoud(message);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (message.Quoted[i] || tokens[i].Kind is TokenKind.Break or TokenKind.Code or TokenKind.Url)
            {
                continue;
            }

            if (Flags.LongestAt(tokens, i) is { } found)
            {
                if (found.Rule.Reason.Length > 0)
                {
                    flags.Add(new(new(i, found.End), found.Rule.Reason, found.Rule.Softer));
                }

                i = found.End - 1;
            }
            else if (ShoutAt(message, i, loud) is { } shout)
            {
                flags.Add(shout);
                i = shout.Words.End - 1;
            }
            else if (Courtesies.LongestAt(tokens, i) is { } courtesy)
            {
                courtesies.Add(new(new(i, courtesy.End), courtesy.Rule.Weight));
                courteous |= courtesy.Rule.Asks;
            }
        }

        return new(flags, courtesies, courteous);
    }

    // All in capitals: then even a single word is part of the shout.
    private static bool IsLoud(Message message)
    {
        var (words, capitals) = (0, 0);
        for (var i = 0; i < message.Tokens.Length; i++)
        {
            words += message.Tokens[i] is { Kind: TokenKind.Word, Length: > 1 } ? 1 : 0;
            capitals += IsCapitals(message, i) ? 1 : 0;
        }

        return capitals > 5 && capitals * 10 > words * 7;
    }

    private static Flag? ShoutAt(Message message, int i, bool loud)
    {
        if (message.Tokens[i] is { Kind: TokenKind.Mark, Length: > 1, Key: "!" or "?" } mark)
        {
            return new(new(i, i + 1), ToneReasons.Shouting, mark.Key);
        }

        var end = i;
        while (end < message.Tokens.Length && (IsCapitals(message, end) || (end > i && message.Raw(end) is "A" or "I")))
        {
            end++;
        }

        // Three words in a row, or an ordinary word: an acronym alone is no shout.
        return end - i >= 3 || (loud && end > i) || (end > i && Shouted.Contains(message.Raw(i)))
            ? new(new(i, end), ToneReasons.Shouting, null)
            : null;
    }

    private static bool IsCapitals(Message message, int i)
    {
        var raw = message.Raw(i);
        if (message.Tokens[i].Kind is not TokenKind.Word || raw.Length < 2 || !char.IsUpper(raw[0]))
        {
            return false;
        }

        foreach (var c in raw)
        {
            if (char.IsLower(c) || !(char.IsLetter(c) || c is '\'' or '’'))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A flagged phrase.</summary>
/// <param name="Words">Its tokens.</param>
/// <param name="Reason">One of <see cref="ToneReasons"/>.</param>
/// <param name="Softer">What takes its place; null for the same words in lower case.</param>
internal sealed record Flag(Reading.Span Words, string Reason, string? Softer);

/// <summary>A phrase that lands well.</summary>
/// <param name="Words">Its tokens.</param>
/// <param name="Weight">How far it lifts.</param>
internal readonly record struct Courtesy(Span Words, double Weight);

/// <summary>The tone of a message.</summary>
/// <param name="Flags">What lands badly, in order.</param>
/// <param name="Courtesies">What lands well, in order; they may overlap.</param>
/// <param name="Courteous">Whether it asks courteously.</param>
internal sealed record Manner(IReadOnlyList<Flag> Flags, IReadOnlyList<Courtesy> Courtesies, bool Courteous)
{
    /// <summary>The sum of what lands well.</summary>
    public double Warmth => Courtesies.Sum(courtesy => courtesy.Weight);
}
