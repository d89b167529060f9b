using System.Collections.Frozen;

namespace BridgeBot.Core.Framing.Reading;

/// <summary>Rules by the words their patterns can start with, so that only a few are tried at any place.</summary>
/// <typeparam name="T">The rule.</typeparam>
internal sealed class PatternIndex<T>
{
    private readonly FrozenDictionary<string, (T Rule, Pattern Pattern)[]> _byWord;
    private readonly (T Rule, Pattern Pattern)[] _anywhere;

    /// <summary>An index that keeps the order of the rules.</summary>
    public PatternIndex(IEnumerable<T> rules, Func<T, string> notation)
    {
        var compiled = rules.Select(rule => (Rule: rule, Pattern: new Pattern(notation(rule)))).ToArray();
        var open = compiled.Where(rule => rule.Pattern.FirstWords is null).ToArray();
        _anywhere = open;
        _byWord = compiled
            .SelectMany(rule => (rule.Pattern.FirstWords ?? (IEnumerable<string>)[]).Select(word => (word, rule)))
            .GroupBy(pair => pair.word, pair => pair.rule, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Concat(open).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The rules worth trying at a token.</summary>
    public (T Rule, Pattern Pattern)[] At(Token token) => _byWord.GetValueOrDefault(token.Key, _anywhere);

    /// <summary>Whether a rule's list of first words holds the token's.</summary>
    public bool Knows(Token token) => _byWord.ContainsKey(token.Key);

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
}
