namespace BridgeBot.Core.Framing.Reading;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>Something with a digit: an amount, a part of a date, a product code.</summary>
    Number,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>Code, JSON or a tag: carried along, never read for meaning.</summary>
    Code,

    /// <summary>A run of pictures.</summary>
    Emoji,

    /// <summary>Punctuation; a run such as "?!" is one token.</summary>
    Mark,

    /// <summary>An end of line.</summary>
    Break,
}

/// <summary>One token of the message.</summary>
/// <param name="Start">Offset in UTF-16 code units.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Lower case with straight apostrophes: what rules compare with.</param>
/// <param name="Hash">The key's number, see <see cref="WordHash"/>.</param>
internal readonly record struct Token(int Start, int Length, TokenKind Kind, string Key, uint Hash)
{
    /// <summary>Lower case with straight apostrophes: what rules compare with.</summary>
    public string Key { get; private init; } = Key;

    /// <summary>The key's number, see <see cref="WordHash"/>.</summary>
    public uint Hash { get; private init; } = Hash;

    /// <summary>The key's bit, see <see cref="WordHash.Bit"/>.</summary>
    public ulong Bit => WordHash.Bit(Hash);

    /// <summary>The same place, read as something else.</summary>
    public Token As(TokenKind kind, string key) => this with { Kind = kind, Key = key, Hash = WordHash.Of(key) };

    /// <summary>Offset behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>Whether it is a word or has a digit.</summary>
    public bool IsWordLike => Kind is TokenKind.Word or TokenKind.Number;

    /// <summary>Whether it can end a sentence.</summary>
    public bool IsStop => Kind is TokenKind.Break || (Kind is TokenKind.Mark && Key is "." or "!" or "?" or "…");
}
