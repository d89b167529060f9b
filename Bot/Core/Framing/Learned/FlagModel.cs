using System.Collections.Frozen;
using BridgeBot.Core.Framing.Manners;
using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>
/// Flags what lands badly in words that no rule knows: first which pieces have a sting, then which of their words. Facts are never
/// flagged, so that softening cannot lose them.
/// </summary>
internal static class FlagModel
{
    /// <summary>What no learned flag covers.</summary>
    public const Traits Facts = Traits.Asks | Traits.Asset | Traits.Name | Traits.Number | Traits.Date | Traits.Quoted | Traits.Machine;

    private const int FewWords = 8;
    private const double Harmless = -2.5;

    /// <summary>A piece without facts goes as a whole, and sooner: little is lost with it.</summary>
    private const double LeastOfBare = -0.7;

    /// <summary>"They haven't paid" is a fact, however it sounds: what denies something goes only if it is surely a sting.</summary>
    private const double LeastOfDenial = 1;

    /// <summary>Beside a fact in the same sentence it may be what describes it: "laminated, in two languages".</summary>
    private const double LeastBesideFact = -0.4;
    private const double Courtesy = 0.7;
    private const double LeastOfWord = -0.6;

    private static readonly Lazy<HashedModel> Pieces = HashedModel.Named("pieces.json");
    private static readonly Lazy<HashedModel> Words = HashedModel.Named("words.json");

    /// <summary>What tells of harm is nobody's to soften, whether the message was taken for urgent or not.</summary>
    private static readonly WordSet Dangers = new((
        "injured injury injuries hurt sick ill illness died dead death dying drowned hospital ambulance burned burnt burns fire smoke smokes smoking spark sparks "
        + "explode exploded explosion shock electrocuted gas leak leaks leaking toxic poison poisoned allergic allergy allergen choke choked choking safe safety unsafe "
        + "danger dangerous hazard warning fumes paramedics evacuated recall recalled fraud fraudulent illegal unlawful sue sued suing lawyer lawyers lawsuit legal court police breach breached "
        + "hacked outage outages down offline crash crashed accident contaminated mould").Split(' '));

    private static readonly FrozenSet<string> Them = "you your you're you've y'all u marketing mktg team guys somebody someone nobody anyone they them hq".Split(' ').ToFrozenSet();

    /// <summary>The flags of the rules and those that were learned, in order.</summary>
    public static IReadOnlyList<Flag> Read(Understanding reading)
    {
        List<Flag> found = [];
        if (reading.Manner.Flags.Count == 0 && reading.Message.Tokens.Count(token => token.IsWordLike) < FewWords)
        {
            // So little tells no more than the rules know.
            return found;
        }

        // A message that asks courteously and that no rule flags is rarely meant badly.
        var kind = reading.Manner is { Courteous: true, Flags.Count: 0 } ? Courtesy : 0;
        Span<uint> room = stackalloc uint[FlagFeatures.Most];
        var (start, bare) = (-1, false);
        foreach (var (piece, sentence) in reading.Pieces)
        {
            if (sentence.Start != start)
            {
                (start, bare) = (sentence.Start, (reading.Evidence.TraitsIn(sentence) & Facts) == 0);
            }

            var features = new FeatureList(room);
            FlagFeatures.OfPiece(reading.Evidence, piece, ref features);
            var sting = Pieces.Value.Score(features.Read) - kind;
            if (sting > Harmless)
            {
                Read(reading, piece, sentence, bare ? LeastOfBare : LeastBesideFact, sting, found);
            }
        }

        return found.Count == 0 ? reading.Manner.Flags : Merged(reading, reading.Manner.Flags.Concat(found).OrderBy(flag => flag.Words.Start).ThenBy(flag => flag.Words.End));
    }

    // What overlaps, or follows in the same sentence with nothing but a mark between, is one phrase to whoever reads it.
    private static List<Flag> Merged(Understanding reading, IEnumerable<Flag> flags)
    {
        List<Flag> merged = [];
        foreach (var flag in flags)
        {
            if (merged is [.., { } last] && (flag.Words.Start < last.Words.End || (last.Softer is "" && flag.Softer is "" && Touch(reading, last.Words, flag.Words))))
            {
                var reason = flag.Words.Length > last.Words.Length && reading.FlagAt[last.Words.Start] < 0 ? flag.Reason : last.Reason;
                merged[^1] = new(last.Words with { End = Math.Max(last.Words.End, flag.Words.End) }, reason, last.Softer ?? "");
            }
            else
            {
                merged.Add(flag);
            }
        }

        return merged;
    }

    private static bool Touch(Understanding reading, Span first, Span second) =>
        second.Start - first.End <= 1 && second.Start < reading.Message.SentenceAt(first.Start).End
        && (second.Start == first.End || reading.Message.Tokens[first.End].Kind is TokenKind.Mark);

    private static void Read(Understanding reading, Span piece, Span sentence, double leastOfBare, double sting, List<Flag> found)
    {
        if (Enumerable.Range(piece.Start, piece.Length).Any(i => reading.FlagAt[i] >= 0 && reading.Manner.Flags[reading.FlagAt[i]].Softer is { Length: > 0 }))
        {
            // A rule knows what to say instead.
            return;
        }

        if ((reading.Evidence.TraitsIn(piece) & Facts) == 0)
        {
            sting -= (reading.Evidence.TraitsIn(piece) & Traits.Courteous) != 0 ? Courtesy : 0;
            if (sting > (Denies(reading, piece) ? LeastOfDenial : leastOfBare) && !TellsOfHarm(reading, piece))
            {
                Add(reading, Trimmed(reading, piece), found);
            }

            return;
        }

        Span<uint> room = stackalloc uint[FlagFeatures.Most];
        for (var i = piece.Start; i < piece.End; i++)
        {
            var end = i;
            while (end < piece.End && Stings(reading, piece, sting, end, room))
            {
                end++;
            }

            if (end > i && Gap.Around(reading, Trimmed(reading, piece), sentence, new(i, end)) is { } words && !Denies(reading, words) && !TellsOfHarm(reading, words))
            {
                Add(reading, words, found);
                i = Math.Max(end, words.End) - 1;
            }
        }
    }

    private static bool Stings(Understanding reading, Span piece, double sting, int i, Span<uint> room)
    {
        if (reading.FlagAt[i] >= 0 || reading.Evidence.IsFact(i) || reading.Message.Tokens[i].Kind is TokenKind.Mark or TokenKind.Break)
        {
            return false;
        }

        var features = new FeatureList(room);
        FlagFeatures.OfWord(reading.Evidence, piece, sting, i, ref features);
        return Words.Value.Score(features.Read) > LeastOfWord;
    }

    // Without its denial a sentence says the opposite.
    private static bool Denies(Understanding reading, Span words) => Enumerable.Range(words.Start, words.Length).Any(i => Denials.Is(reading.Message.Tokens[i]));

    private static bool TellsOfHarm(Understanding reading, Span words) => Enumerable.Range(words.Start, words.Length).Any(i => Dangers.Contains(reading.Message.Tokens[i]));

    private static Span Trimmed(Understanding reading, Span piece)
    {
        while (piece.Length > 1 && reading.Message.Tokens[piece.End - 1].Kind is TokenKind.Mark or TokenKind.Break)
        {
            piece = piece with { End = piece.End - 1 };
        }

        return piece;
    }

    private static void Add(Understanding reading, Span words, List<Flag> found) => found.Add(new(words, Reason(reading, words), ""));

    // The examples say that it stings, not why; the form of the words tells that well enough to explain it.
    private static string Reason(Understanding reading, Span words)
    {
        var ruled = Enumerable.Range(words.Start, words.Length).FirstOrDefault(i => reading.FlagAt[i] >= 0, -1);
        if (ruled >= 0)
        {
            return reading.Manner.Flags[reading.FlagAt[ruled]].Reason;
        }

        var tokens = reading.Message.Tokens;
        var asks = words.End < tokens.Length && tokens[words.End].Key == "?";
        var spoken = Enumerable.Range(words.Start, words.Length).Any(i => Them.Contains(tokens[i].Key));
        return asks ? ToneReasons.AccusingQuestion
            : spoken ? ToneReasons.Blame
            : (reading.Evidence.TraitsIn(words) & Traits.Bad) != 0 ? ToneReasons.Evaluative
            : ToneReasons.Sarcasm;
    }
}
