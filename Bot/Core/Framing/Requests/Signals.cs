using System.Collections.Frozen;
using BridgeBot.Core.Framing.Calendar;
using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Requests;

/// <summary>Where a message asks, and where it names what can be asked for.</summary>
internal sealed class Signals
{
    private static readonly FrozenSet<string> ListWords = "things asks requests favours favors items points needs wishes questions bits".Split(' ').ToFrozenSet();
    private static readonly PatternIndex<KindRule> Kinds = new(KindRules.All, rule => rule.Pattern);
    private static readonly PatternIndex<RequestCue> Cues = new(RequestCues.All, cue => cue.Pattern);

    /// <summary>Reads the signals of a message; a quotation's words are somebody else's and give none.</summary>
    public Signals(Message message)
    {
        var tokens = message.Tokens;
        CueAt = new int[tokens.Length];
        KindAt = new KindHit?[tokens.Length];
        var kindsFrom = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (message.Quoted[i] || !tokens[i].IsWordLike)
            {
                continue;
            }

            CueAt[i] = Cues.LongestAt(tokens, i)?.Rule.Strength ?? 0;
            if (i >= kindsFrom && Kinds.LongestAt(tokens, i) is { } kind)
            {
                KindAt[i] = new(new(i, kind.End), kind.Rule);
                kindsFrom = kind.Rule.Asset ? kind.End : i + 1;
            }
        }
    }

    /// <summary>For each token, how surely a phrase that starts there asks: 2 by itself, 1 beside the name of a thing, 0 not.</summary>
    public int[] CueAt { get; }

    /// <summary>For each token, the phrase that starts there and tells a kind; null if none does.</summary>
    public KindHit?[] KindAt { get; }

    /// <summary>The thing that is named at a token, whatever the message; null if there is none.</summary>
    public static (KindRule Rule, int End)? ThingAt(Token[] tokens, int at) => Kinds.LongestAt(tokens, at) is { Rule.Asset: true } thing ? thing : null;

    /// <summary>" a" or " an" if a single thing is named at a token without an article; else empty.</summary>
    public static string ArticleFor(Token[] tokens, int at) =>
        at < tokens.Length && ThingAt(tokens, at) is { } thing && !tokens[thing.End - 1].Key.EndsWith('s')
            && !tokens[thing.End - 1].Key.EndsWith("ing", StringComparison.Ordinal) && tokens[thing.End - 1].Key is not ("collateral" or "material" or "swag" or "content" or "artwork" or "up")
                ? "aeiou".Contains(tokens[at].Key[0]) ? " an" : " a"
                : "";

    /// <summary>The kind that some tokens tell; null if they tell none.</summary>
    public static string? KindIn(Signals signals, Span words) => KindHit.Strongest(signals.KindAt.AsSpan(words.Start, words.Length));

    /// <summary>What tells a kind in some tokens, in order.</summary>
    public static IEnumerable<KindHit> HitsIn(Signals signals, Span words)
    {
        for (var i = words.Start; i < words.End; i++)
        {
            if (signals.KindAt[i] is { } hit)
            {
                yield return hit;
            }
        }
    }

    /// <summary>How many asks a message announces: "two things", "3 asks"; 0 if it does not.</summary>
    public static int Announced(Message message)
    {
        for (var i = 0; i + 1 < message.Tokens.Length; i++)
        {
            if (CalendarWords.Count(message.Tokens[i].Key) is { } count and >= 2 and <= 9
                && (ListWords.Contains(message.Tokens[i + 1].Key) || (i + 2 < message.Tokens.Length && ListWords.Contains(message.Tokens[i + 2].Key))))
            {
                return count;
            }
        }

        return 0;
    }
}
