using BridgeBot.Core.Framing.Calendar;
using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>What a token is beside its letters; the learned models look at these more than at words, so that they know what they never saw.</summary>
[Flags]
internal enum Traits
{
    /// <summary>Nothing but a word.</summary>
    None = 0,

    /// <summary>Part of a name.</summary>
    Name = 1,

    /// <summary>A number.</summary>
    Number = 2,

    /// <summary>Part of a date.</summary>
    Date = 4,

    /// <summary>Somebody else's words.</summary>
    Quoted = 8,

    /// <summary>A thing that can be asked for.</summary>
    Asset = 16,

    /// <summary>Asks by itself.</summary>
    Asks = 32,

    /// <summary>Complains about a thing.</summary>
    Complains = 64,

    /// <summary>A rule flags it.</summary>
    Flagged = 128,

    /// <summary>A word that people find bad, or very bad.</summary>
    Bad = 256,

    /// <summary>A word that people find good.</summary>
    Good = 512,

    /// <summary>A web address or code.</summary>
    Machine = 1024,

    /// <summary>Part of a courtesy.</summary>
    Courteous = 2048,

    /// <summary>A noun for what marketing can make, send or arrange.</summary>
    Thing = 4096,
}

/// <summary>A message as the learned models see it: each token as a number, and its traits.</summary>
internal sealed class Evidence
{
    private const Traits Facts = Traits.Name | Traits.Number | Traits.Date | Traits.Quoted | Traits.Asset | Traits.Machine;

    private const int StemLength = 4;

    private static readonly uint Quoted = WordHash.Of("<quoted>");
    private static readonly uint Date = WordHash.Of("<date>");
    private static readonly uint Name = WordHash.Of("<name>");
    private static readonly uint Number = WordHash.Of("<number>");
    private static readonly uint Machine = WordHash.Of("<machine>");
    private static readonly WordSet Orders = new(RequestCues.OrderWords);
    private static readonly WordSet Grammar = new((
        "a an the this that these those my your our his her its their some any no all each every both another other one two three "
        + "i you he she it we they me him us them who whom which what whose where when why how someone somebody anyone anybody everyone everybody nobody nothing something anything "
        + "is are was were be been being am isn't aren't wasn't weren't do does did don't doesn't didn't have has had haven't hasn't hadn't can could will would shall should may might must can't couldn't won't wouldn't shouldn't "
        + "i'm i've i'd i'll we're we've we'd we'll you're you've you'd they're they've they'd he's she's it's that's there's what's who's let's "
        + "and or but so because since while if then than as like though although unless until before after when once "
        + "of in on at by for from to with without into onto over under about between through during per via against "
        + "not never always still yet again already also too only just even ever more most less least very really quite please pls plus thanks thank sorry hi hello hey "
        + "there here now today tomorrow yesterday yes need needs want wants needed wanted like love help same last next first second third finally").Split(' '));


    private readonly Message _message;
    private readonly uint[] _words;
    private readonly uint[] _shapes;
    private readonly Traits[] _traits;

    /// <summary>Reads the evidence of a message.</summary>
    public Evidence(Message message, Signals signals, IReadOnlyList<Span> names, IEnumerable<Span> dates, IEnumerable<Span> courtesies, int[] flagAt)
    {
        _message = message;
        _words = new uint[message.Tokens.Length];
        _shapes = new uint[message.Tokens.Length];
        _traits = new Traits[message.Tokens.Length];
        for (var i = 0; i < _words.Length; i++)
        {
            _traits[i] = TraitsOf(message, i)
                | (signals.CueAt[i] switch { 2 => Traits.Asks, 1 => Traits.Complains, _ => Traits.None })
                | (flagAt[i] >= 0 ? Traits.Flagged : Traits.None);
            if (signals.KindAt[i] is { Rule.Asset: true } hit)
            {
                Mark(hit.Words, Traits.Asset);
            }
        }

        foreach (var name in names)
        {
            Mark(name, Traits.Name);
        }

        foreach (var date in dates)
        {
            Mark(date, Traits.Date);
        }

        foreach (var courtesy in courtesies)
        {
            Mark(courtesy, Traits.Courteous);
        }

        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] = WordOf(message.Tokens[i], _traits[i]);
            _shapes[i] = ShapeOf(message.Tokens[i], _traits[i], _words[i]);
        }
    }

    /// <summary>The number of tokens.</summary>
    public int Length => _words.Length;

    /// <summary>What a token counts as: its word, or only that it is a name, a number, a date; other numbers stand for what lies outside.</summary>
    public uint Word(int i) => i < 0 ? 1 : i >= _words.Length ? 2 : _words[i];

    /// <summary>What a token does in a sentence: itself if it is a word of grammar, else only what it is; so that sentences of one shape look alike.</summary>
    public uint Shape(int i) => i < 0 || i >= _shapes.Length ? Word(i) : _shapes[i];

    /// <summary>The shape of some tokens in a row.</summary>
    public uint Shape(int from, int count)
    {
        var shape = (uint)count;
        for (var i = from; i < from + count; i++)
        {
            shape = Hashing.Mix('S', shape, Shape(i));
        }

        return shape;
    }

    /// <summary>The first letters of a longer word, which its other forms share; 0 if it has none.</summary>
    public uint Stem(int i) => _message.Tokens[i] is { Kind: TokenKind.Word, Key.Length: > StemLength } token && (_traits[i] & Traits.Name) == 0 ? WordHash.Of(token.Key.AsSpan(0, StemLength)) : 0;

    /// <summary>The traits of a token; none outside.</summary>
    public Traits TraitsAt(int i) => i < 0 || i >= _traits.Length ? Traits.None : _traits[i];

    /// <summary>The traits of some tokens together.</summary>
    public Traits TraitsIn(Span words)
    {
        var traits = Traits.None;
        for (var i = Math.Max(0, words.Start); i < words.End && i < _traits.Length; i++)
        {
            traits |= _traits[i];
        }

        return traits;
    }

    /// <summary>Whether a token holds what a framing keeps.</summary>
    public bool IsFact(int i) => (_traits[i] & Facts) != 0;

    private void Mark(Span words, Traits trait)
    {
        for (var i = words.Start; i < words.End; i++)
        {
            _traits[i] |= trait;
        }
    }

    private static Traits TraitsOf(Message message, int i)
    {
        var traits = message.Quoted[i] ? Traits.Quoted : Traits.None;
        return message.Tokens[i].Kind switch
        {
            TokenKind.Number => traits | Traits.Number,
            TokenKind.Url or TokenKind.Code => traits | Traits.Machine,
            TokenKind.Word when CalendarWords.Count(message.Tokens[i].Key) is >= 2 => traits | Traits.Number,
            TokenKind.Word or TokenKind.Emoji => traits | Valence.Of(message.Tokens[i].Key) switch { < -5 => Traits.Bad, > 8 => Traits.Good, _ => Traits.None }
                | (ThingWords.Is(message.Tokens[i]) ? Traits.Thing : Traits.None),
            _ => traits,
        };
    }

    private static uint WordOf(in Token token, Traits traits) =>
        (traits & Traits.Quoted) != 0 ? Quoted
        : (traits & Traits.Date) != 0 ? Date
        : (traits & Traits.Name) != 0 ? Name
        : token.Kind switch
        {
            TokenKind.Number => Number,
            TokenKind.Url or TokenKind.Code => Machine,
            _ => token.Hash,
        };

    private static uint ShapeOf(in Token token, Traits traits, uint word)
    {
        var key = token.Key;
        return token.Kind is not TokenKind.Word || (traits & (Traits.Name | Traits.Date | Traits.Quoted)) != 0 || Grammar.Contains(token) ? word
            : (traits & Traits.Asset) != 0 ? 5u
            : (traits & Traits.Thing) != 0 ? 14u
            : Orders.Contains(token) ? 6u
            : key.EndsWith("ing", StringComparison.Ordinal) ? 7u
            : key.EndsWith("ed", StringComparison.Ordinal) ? 8u
            : key.EndsWith("ly", StringComparison.Ordinal) ? 9u
            : (traits & Traits.Bad) != 0 ? 10u
            : (traits & Traits.Good) != 0 ? 11u
            : key.EndsWith('s') ? 12u : 13u;
    }
}
