using System.Collections.Frozen;
using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Requests;

/// <summary>The smallest piece that can be an ask of its own: a sentence, or a part of one.</summary>
/// <param name="Words">Its tokens, with the closing mark.</param>
/// <param name="Strength">2 if it asks, 1 if it complains about a thing, 0 if it only tells.</param>
/// <param name="Another">Whether it says that something else is asked for: "also", "second", an item of a list.</param>
/// <param name="Lead">The words it shares with the piece before: "we need" in "we need a deck and a flyer"; null if none.</param>
/// <param name="Hits">What tells its kind.</param>
/// <param name="Item">Whether it is an item of a list.</param>
/// <param name="Continues">Whether it goes on about the thing before: "it must...", "needs to be...".</param>
/// <param name="ForSomebody">Whether it says whom it is for.</param>
/// <param name="Apart">Whether its form makes it a thing of its own: an item of a list, the next of "a deck for A and a flyer for B", a second order.</param>
internal sealed record Unit(Span Words, int Strength, bool Another, Span? Lead, IReadOnlyList<KindHit> Hits, bool Item, bool Continues, bool ForSomebody, bool Apart)
{
    /// <summary>The kind that the hits tell; null if they tell none.</summary>
    public string? Kind => KindHit.Strongest(Hits.Select(hit => (hit.Rule.Kind, hit.Rule.Weight)));
}

/// <summary>A word that tells a kind.</summary>
internal readonly record struct KindHit(Span Words, KindRule Rule)
{
    /// <summary>The kind with the highest sum; of equal ones, the first.</summary>
    public static string? Strongest(IEnumerable<(string Kind, double Weight)> hits)
    {
        Dictionary<string, double> sums = [];
        string? best = null;
        foreach (var (kind, weight) in hits)
        {
            sums[kind] = sums.GetValueOrDefault(kind) + weight;
            best = best is null || sums[kind] > sums[best] ? kind : best;
        }

        return best;
    }
}

/// <summary>Cuts a message into units.</summary>
internal sealed class UnitReader
{
    private const int ClauseReach = 5;
    private const int NounReach = 7;
    private static readonly PatternIndex<KindRule> Kinds = new(KindRules.All, rule => rule.Pattern);
    private static readonly PatternIndex<RequestCue> Cues = new(RequestCues.All, cue => cue.Pattern);
    private static readonly PatternIndex<RequestCue> InertText = new(RequestCues.Inert, cue => cue.Pattern);
    private static readonly FrozenSet<string> Joints = Set(", ; and & + plus also – — - then");
    private static readonly FrozenSet<string> Others = Set(RequestCues.Another.Replace('|', ' ') + " and");
    private static readonly FrozenSet<string> Articles = Set("a an one two three some the another new updated our his her their its");
    private static readonly FrozenSet<string> Contents = Set("with containing including contains covering : on about showing of");
    private static readonly FrozenSet<string> Prepositions = Set("for on with in of about to at by from that which who");
    /// <summary>Verbs of an order.</summary>
    public static readonly FrozenSet<string> Orders = Set(RequestCues.Orders.Replace('|', ' '));
    private static readonly FrozenSet<string> Continuing = Set("it it's needs must should this that these those them");
    private static readonly FrozenSet<string> ListWords = Set("things asks requests favours favors items order points needs wishes");
    private static readonly FrozenSet<string> Recipients = Set("for to from on there by");
    private static readonly FrozenSet<string> Pronouns = Set("it them this that these those");

    private readonly Understanding _reading;
    private readonly Token[] _tokens;
    private readonly int[] _cueAt;
    private readonly KindHit?[] _kindAt;
    private readonly List<Unit> _units = [];
    private bool _contentsBelow;

    private UnitReader(Understanding reading)
    {
        _reading = reading;
        _tokens = reading.Message.Tokens;
        _cueAt = new int[_tokens.Length];
        _kindAt = new KindHit?[_tokens.Length];
        var kindsFrom = 0;
        for (var i = 0; i < _tokens.Length; i++)
        {
            if (reading.Message.Quoted[i] || !_tokens[i].IsWordLike)
            {
                continue;
            }

            _cueAt[i] = Cues.LongestAt(_tokens, i)?.Rule.Strength ?? 0;
            if (i >= kindsFrom && Kinds.LongestAt(_tokens, i) is { } kind)
            {
                _kindAt[i] = new(new(i, kind.End), kind.Rule);
                kindsFrom = kind.Rule.Asset ? kind.End : i + 1;
            }
        }
    }

    /// <summary>The units of a message in order; text written for a machine is left out.</summary>
    public static List<Unit> Read(Understanding reading)
    {
        var reader = new UnitReader(reading);
        foreach (var sentence in reading.Message.Sentences)
        {
            if (!IsInert(reader._tokens, sentence))
            {
                reader.Split(sentence);
            }
        }

        return reader._units;
    }

    /// <summary>" a" or " an" if a single thing is named at a token without an article; else empty.</summary>
    public static string ArticleFor(Token[] _tokens, int at) =>
        at < _tokens.Length && Kinds.LongestAt(_tokens, at) is { Rule.Asset: true } kind && !_tokens[kind.End - 1].Key.EndsWith('s')
            && !_tokens[kind.End - 1].Key.EndsWith("ing", StringComparison.Ordinal) && _tokens[kind.End - 1].Key is not ("collateral" or "material" or "swag" or "content" or "artwork" or "up")
                ? "aeiou".Contains(_tokens[at].Key[0]) ? " an" : " a"
                : "";

    /// <summary>Whether a thing that can be asked for is named in some tokens.</summary>
    public static bool NamesThing(Token[] tokens, Span part)
    {
        for (var i = part.Start; i < part.End; i++)
        {
            if (Kinds.LongestAt(tokens, i) is { Rule.Asset: true })
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();

    private static bool IsInert(Token[] _tokens, Span sentence)
    {
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (InertText.LongestAt(_tokens, i) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private void Split(Span sentence)
    {
        var start = sentence.Start;
        var item = SentenceReader.IsItemNumber(_reading.Message, start) || _tokens[start].Key is "-" or "*" or "•"
            || (_tokens[start].Key is "(" && SentenceReader.IsItemNumber(_reading.Message, start + 1));
        var another = item || _tokens[start].Key is "and" || StartsAnother(start);
        Span? lead = null;
        var (listed, apart) = (false, item);
        var state = default(Seen);
        for (var i = start; i < sentence.End; i++)
        {
            state = state.With(_cueAt[i], _kindAt[i], _tokens[i].Key, i);
            listed |= _tokens[i].Key == ":" && IsHeader(new(start, i));
            if (i == start || !Joints.Contains(_tokens[i].Key) || _reading.Message.Quoted[i] || _reading.IsFlagged(i))
            {
                continue;
            }

            var next = i;
            while (next < sentence.End && Joints.Contains(_tokens[next].Key))
            {
                next++;
            }

            if (next < sentence.End && _tokens[next - 1].Key is "and" && Orders.Contains(_tokens[next].Key) && _cueAt[next] == 0)
            {
                // "... and put the use case in it" is an order as well.
                _cueAt[next] = 2;
            }

            var nouns = IsNewNoun(next, sentence.End, state) || (listed && state.Strength == 2 && IsListed(next, sentence.End));
            if (nouns || IsNewClause(next, sentence.End, state))
            {
                var others = _tokens[i..next].Any(token => Others.Contains(token.Key));
                Add(new(start, i), another, lead, item && start == sentence.Start, apart);
                apart = nouns || IsOrderForAThing(next, sentence.End);
                lead = nouns && listed ? new Span(start, start) : nouns ? new Span(start, Math.Max(start, NounStart(state.Asset, start))) : null;
                (start, another) = (next, others || nouns);
                state = nouns ? state with { Contents = false } : default;
                i = next - 1;
            }
        }

        Add(new(start, sentence.End), another, lead, item && start == sentence.Start, apart);
        // "It should show:" with a list below tells what one thing holds; "two things:" does not.
        _contentsBelow = item ? _contentsBelow : _tokens[sentence.End - 1].Key == ":" && state.Asset >= 0 && !listed && !IsHeader(sentence);
    }

    /// <summary>Whether some tokens announce a list of asks: "two things", "can I get, in this order".</summary>
    private bool IsHeader(Span words)
    {
        for (var i = words.Start; i < words.End; i++)
        {
            if (ListWords.Contains(_tokens[i].Key))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsListed(int next, int end) =>
        next < end && (Articles.Contains(_tokens[next].Key) || _tokens[next].Key is "the" || _kindAt[next] is { Rule.Asset: true });

    private bool StartsAnother(int i)
    {
        while (i < _tokens.Length && _tokens[i].Key is "and" or "oh" or "," or "but" or "ok")
        {
            i++;
        }

        return i < _tokens.Length && Others.Contains(_tokens[i].Key);
    }

    private int NounStart(int asset, int start)
    {
        for (var i = asset; i > start && asset - i < NounReach; i--)
        {
            if (Articles.Contains(_tokens[i].Key))
            {
                return i;
            }
        }

        return asset;
    }

    private bool IsNewClause(int next, int end, Seen seen)
    {
        if (seen.Strength == 0)
        {
            return false;
        }

        for (var i = next; i < end && i < next + ClauseReach && _tokens[i].Kind is not TokenKind.Mark; i++)
        {
            if (_cueAt[i] == 2)
            {
                // "and need it by noon" speaks of the same thing.
                return !(i + 1 < end && Pronouns.Contains(_tokens[i + 1].Key)) && (HasAsset(i, end) || IsOrderForAThing(i, end));
            }
        }

        return false;
    }

    // "pause the ads and fix the form": an order with an object of its own.
    private bool IsOrderForAThing(int i, int end) =>
        Orders.Contains(_tokens[i].Key) && i + 1 < end && _tokens[i + 1].Key is "the" or "a" or "an" or "our" or "some";

    private bool HasAsset(int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (_kindAt[i] is { Rule.Weight: >= 1.5 })
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNewNoun(int next, int end, Seen seen)
    {
        if (seen.Strength < 2 || seen.Asset < 0 || seen.Contents || next >= end)
        {
            return false;
        }

        var article = Articles.Contains(_tokens[next].Key) || _tokens[next].Kind is TokenKind.Number || _tokens[next].Key is "the";
        for (var i = next; i < end && i < next + NounReach; i++)
        {
            if (_kindAt[i] is { Rule: { Asset: true, Weight: >= 2 } } kind)
            {
                // "the" may go on about the thing before; somebody it is for makes it one of its own.
                var forSomebody = HasRecipient(kind.Words.End, end);
                return (_tokens[i].Key != _tokens[seen.Asset].Key || forSomebody) && (article ? _tokens[next].Key != "the" || forSomebody : i == next && kind.Rule.Weight >= 3 && kind.Rule.Kind != _kindAt[seen.Asset]?.Rule.Kind);
            }

            if (_tokens[i].Kind is TokenKind.Mark || Prepositions.Contains(_tokens[i].Key))
            {
                // "a table for 8 persons": no thing that we know, but one that is meant for somebody.
                return _tokens[next].Key is "a" or "an" or "another" && i > next + 1 && Recipients.Contains(_tokens[i].Key) && _tokens[next - 1].Key == "and";
            }
        }

        return false;
    }

    private bool HasRecipient(int from, int end)
    {
        for (var i = from; i < end && i < from + 2; i++)
        {
            if (Recipients.Contains(_tokens[i].Key))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(Span words, bool another, Span? lead, bool item, bool apart)
    {
        List<KindHit> hits = [];
        var (strength, asset) = (lead is not null || (item && !_contentsBelow && words.Length > 3) ? 2 : 0, false);
        for (var i = words.Start; i < words.End; i++)
        {
            strength = Math.Max(strength, _cueAt[i]);
            if (_kindAt[i] is { } hit)
            {
                hits.Add(hit);
                asset |= hit.Rule.Asset;
                strength = item && hit.Rule is { Asset: true, Weight: >= 1.6 } ? 2 : strength;
            }
        }

        if (words.Length > 0)
        {
            _units.Add(new(words, strength == 1 && !asset ? 0 : strength, another, lead, hits, item, Continuing.Contains(_tokens[words.Start].Key), _tokens[words.Start..words.End].Any(token => token.Key is "for"), apart && !_contentsBelow));
        }
    }

    /// <summary>What was seen so far of a sentence.</summary>
    private readonly record struct Seen(int Strength, int AssetPlusOne, bool Contents)
    {
        public int Asset => AssetPlusOne - 1;

        public Seen With(int cue, KindHit? kind, string key, int at) => new(
            Math.Max(Strength, cue > 0 ? cue : kind is { Rule.Asset: true } ? 1 : 0),
            Strength == 2 && AssetPlusOne == 0 && kind is { Rule: { Asset: true, Weight: >= 2 } } ? at + 1 : AssetPlusOne,
            Contents || (AssetPlusOne > 0 && UnitReader.Contents.Contains(key)));
    }
}
