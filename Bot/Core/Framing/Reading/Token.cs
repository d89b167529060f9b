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
internal readonly record struct Token(int Start, int Length, TokenKind Kind, string Key)
{
    /// <summary>Offset behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>Whether it is a word or has a digit.</summary>
    public bool IsWordLike => Kind is TokenKind.Word or TokenKind.Number;

    /// <summary>Whether it can end a sentence.</summary>
    public bool IsStop => Kind is TokenKind.Break || (Kind is TokenKind.Mark && Key is "." or "!" or "?" or "…");
}
