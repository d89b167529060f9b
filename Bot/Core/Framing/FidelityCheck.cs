using BridgeBot.Core.Framing.Manners;
using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing;

/// <summary>
/// Compares a wording with what the rep typed, whoever wrote the wording: every fact is there, no flagged phrase is left
/// outside quotations, no name or number is new, and nothing is denied that was said or said that was denied. It knows
/// nothing of the writer.
/// </summary>
public static class FidelityCheck
{
    /// <summary>What is wrong with a wording, one short line each; empty if it may be shown.</summary>
    /// <param name="original">What the rep typed, and whatever the rep added to it.</param>
    /// <param name="facts">What the wording must hold, in any case of letters.</param>
    /// <param name="wording">The wording.</param>
    /// <param name="urgent">Whether the wording relays what must not be softened: then "at once" and "every time" may stay.</param>
    public static IReadOnlyList<string> Problems(string original, IReadOnlyList<string> facts, string wording, bool urgent = false)
    {
        var message = new Message(original);
        return Problems(new SourceText(message, () => ToneReader.Read(message).Flags), facts, wording, urgent);
    }

    /// <summary>The same for an original that was read already.</summary>
    internal static IReadOnlyList<string> Problems(SourceText original, IReadOnlyList<string> facts, string wording, bool urgent)
    {
        List<string> problems = [.. MissingFacts(wording, facts).Select(fact => $"missing: {fact}")];
        var message = new Message(wording);
        problems.AddRange(ToneReader.Read(message).Flags.Where(flag => !(urgent && ToneReasons.IsSeverity(flag.Reason))).Select(flag => $"{flag.Reason}: {message.Slice(flag.Words)}"));
        problems.AddRange(NewClaims(original.Message.Text, message).Select(claim => $"new: {claim}"));
        problems.AddRange(original.ReversedIn(message).Select(word => $"reversed: {word}"));
        return problems;
    }

    /// <summary>The facts that a wording does not hold.</summary>
    internal static IEnumerable<string> MissingFacts(string wording, IReadOnlyList<string> facts)
    {
        // Facts mostly come in the order of the text, so each is sought from where the last one stood.
        var from = 0;
        foreach (var fact in facts)
        {
            var at = IndexOf(wording, fact, from);
            at = at < 0 ? IndexOf(wording, fact, 0) : at;
            if (at < 0)
            {
                yield return fact;
            }
            else
            {
                from = at;
            }
        }
    }

    // "50" is not held by "150": a fact stands on word edges.
    private static int IndexOf(string text, string fact, int from)
    {
        for (var at = text.IndexOf(fact, from, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(fact, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + fact.Length;
            if (!(at > 0 && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(fact[0]))
                && !(end < text.Length && char.IsLetterOrDigit(text[end]) && char.IsDigit(fact[^1])))
            {
                return at;
            }
        }

        return -1;
    }

    private static IEnumerable<string> NewClaims(string original, Message wording)
    {
        foreach (var name in NameReader.Read(wording))
        {
            if (!original.Contains(wording.Slice(name), StringComparison.OrdinalIgnoreCase)
                && Enumerable.Range(name.Start, name.Length).Any(i => wording.Tokens[i].IsWordLike && !original.Contains(wording.Tokens[i].Key, StringComparison.OrdinalIgnoreCase)))
            {
                yield return wording.Slice(name);
            }
        }

        foreach (var token in wording.Tokens)
        {
            if (token.Kind is TokenKind.Number && !original.AsSpan().Contains(token.Key.AsSpan().TrimEnd('.'), StringComparison.OrdinalIgnoreCase))
            {
                yield return token.Key;
            }
        }
    }
}
