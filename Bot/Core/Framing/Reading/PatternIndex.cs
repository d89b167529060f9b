using System.Numerics;

namespace BridgeBot.Core.Framing.Reading;

/// <summary>Rules by the words their patterns can start with, so that only a few are tried at any place.</summary>
/// <typeparam name="T">The rule.</typeparam>
internal sealed class PatternIndex<T>
{
    /// <summary>A table by the last bits of a word's number; who finds the place taken goes to the next.</summary>
    private readonly (string? Word, uint Hash, (T Rule, Pattern Pattern)[] Rules)[] _byWord;
    private readonly (T Rule, Pattern Pattern)[] _numbers;
    private readonly (T Rule, Pattern Pattern)[] _anywhere;

    /// <summary>An index that keeps the order of the rules, but that those which start with a class come last.</summary>
    public PatternIndex(IEnumerable<T> rules, Func<T, string> notation)
    {
        var compiled = rules.Select(rule => (Rule: rule, Pattern: new Pattern(notation(rule)))).ToArray();
        var open = compiled.Where(rule => rule.Pattern.First.Any(part => !part.IsList)).ToArray();
        _anywhere = [.. open.Where(rule => rule.Pattern.First.Any(part => part.Others is not null))];
        _numbers = [.. open.Where(rule => rule.Pattern.First.Any(part => part.Numbers is not null))];
        var lists = compiled.Where(rule => rule.Pattern.First.All(part => part.IsList))
            .SelectMany(rule => Words(rule.Pattern).Select(word => (word, rule)))
            .ToLookup(pair => pair.word, pair => pair.rule, StringComparer.Ordinal);
        string[] words = [.. compiled.SelectMany(rule => Words(rule.Pattern)).Distinct(StringComparer.Ordinal)];
        _byWord = new (string?, uint, (T, Pattern)[])[BitOperations.RoundUpToPowerOf2((uint)words.Length * 2)];
        foreach (var word in words)
        {
            var hash = WordHash.Of(word);
            _byWord[Place(word, hash)] = (word, hash, [.. lists[word], .. open.Where(rule => CanStart(rule.Pattern, word))]);
        }
    }

    /// <summary>The rules worth trying at a token.</summary>
    public (T Rule, Pattern Pattern)[] At(in Token token) =>
        _byWord[Place(token.Key, token.Hash)] is { Word: not null } found ? found.Rules : token.Kind is TokenKind.Number ? _numbers : _anywhere;

    /// <summary>Whether a rule's list of first words holds the token's.</summary>
    public bool Knows(in Token token) => _byWord[Place(token.Key, token.Hash)].Word is not null;

    /// <summary>The longest match at a token; of equally long ones, the rule that comes first.</summary>
    public (T Rule, int End)? LongestAt(ReadOnlySpan<Token> tokens, int at)
    {
        (T, int)? best = null;
        var longest = at;
        foreach (var (rule, pattern) in At(tokens[at]))
        {
            if (pattern.MatchAt(tokens, at) is var end && end > longest)
            {
                (best, longest) = ((rule, end), end);
            }
        }

        return best;
    }

    private int Place(string word, uint hash)
    {
        var last = _byWord.Length - 1;
        var place = (int)hash & last;
        while (_byWord[place].Word is { } other && !(_byWord[place].Hash == hash && other == word))
        {
            place = (place + 1) & last;
        }

        return place;
    }

    private static IEnumerable<string> Words(Pattern pattern) => pattern.First.SelectMany(part => part.Words.Words).Distinct(StringComparer.Ordinal);

    // A word with a digit, such as "q1", may also be read as a number.
    private static bool CanStart(Pattern pattern, string word) => pattern.First.Any(part =>
        part.Others is not null || (part.Numbers is not null && word.Any(char.IsAsciiDigit)) || part.Words.Words.Contains(word));
}
