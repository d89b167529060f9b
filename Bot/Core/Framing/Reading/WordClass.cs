namespace BridgeBot.Core.Framing.Reading;

/// <summary>What may stand at one place of a pattern: some words, what passes a test, or either.</summary>
/// <param name="Words">The words.</param>
/// <param name="Numbers">Tells which tokens with a digit belong to it; null for none.</param>
/// <param name="Others">Tells which other tokens belong to it; null for none.</param>
internal sealed record WordClass(WordSet Words, Func<Token, bool>? Numbers = null, Func<Token, bool>? Others = null)
{
    /// <summary>Whether the words are all of it.</summary>
    public bool IsList => Numbers is null && Others is null;

    /// <summary>Whether a token belongs to it.</summary>
    public bool Contains(in Token token) =>
        Words.Contains(token) || (!IsList && (token.Kind is TokenKind.Number ? Numbers : Others) is { } test && test(token));
}
