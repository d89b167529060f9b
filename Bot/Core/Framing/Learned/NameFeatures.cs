using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>What tells whether a name is the customer that an ask is for.</summary>
internal static class NameFeatures
{
    /// <summary>The most features of one name.</summary>
    public const int Most = 96;

    /// <summary>The features of a name.</summary>
    /// <param name="reading">The message.</param>
    /// <param name="name">The name.</param>
    /// <param name="pieces">The pieces of the ask.</param>
    /// <param name="into">Where the features go.</param>
    public static void Of(Understanding reading, Span name, IReadOnlyList<Span> pieces, ref FeatureList into)
    {
        var (evidence, message) = (reading.Evidence, reading.Message);
        var (first, last) = (message.Tokens[name.Start].Key, message.Tokens[name.End - 1].Key);
        var (before, before2, after, after2) = (evidence.Word(name.Start - 1), evidence.Word(name.Start - 2), evidence.Word(name.End), evidence.Word(name.End + 1));
        var possessive = last.EndsWith("'s", StringComparison.Ordinal) || last.EndsWith('\'') ? 1u : 0u;
        var length = (uint)Math.Min(4, name.Length);
        var at = Place(pieces, name);
        var rule = (uint)Math.Clamp(Math.Round(CustomerSigns.Score(message, name) * 2), -4, 8);
        var order = (uint)Math.Min(3, reading.Names.TakeWhile(other => other.Start < name.Start).Count());
        var (digits, small) = (0u, 0u);
        foreach (var c in message.Text.AsSpan(message.Tokens[name.Start].Start, message.Tokens[name.End - 1].End - message.Tokens[name.Start].Start))
        {
            digits |= char.IsDigit(c) ? 1u : 0u;
            small |= char.IsLower(c) ? 1u : 0u;
        }

        into.Add('1', evidence.Shape(name.Start - 1, 1), evidence.Shape(name.End, 1));
        into.Add('2', evidence.Shape(name.Start - 2, 2));
        into.Add('3', evidence.Shape(name.Start - 3, 3));
        into.Add('4', evidence.Shape(name.End, 2));
        into.Add('5', evidence.Shape(name.End, 3));
        into.Add('6', evidence.Shape(name.Start - 2, 2), evidence.Shape(name.End, 2));
        into.Add('r', rule);
        into.Add('b', before);
        into.Add('B', before2, before);
        into.Add('c', evidence.Word(name.Start - 3), before2);
        into.Add('a', after);
        into.Add('A', after, after2);
        into.Add('x', before, after);
        into.Add('p', possessive, length);
        into.Add('l', length, small);
        into.Add('w', WordHash.Of(last.Replace("'s", "", StringComparison.Ordinal)));
        into.Add('f', WordHash.Of(first));
        into.Add('W', WordHash.Of(last.AsSpan(Math.Max(0, last.Length - 3))));
        into.Add('d', digits, small);
        into.Add('i', at, order);
        into.Add('I', at, rule);
        into.Add('n', (uint)Math.Min(4, reading.Names.Count), order);
        into.Add('s', message.Sentences.Any(sentence => sentence.Start == name.Start) ? 1u : 0u, after);
        into.Add('q', message.Quoted[name.Start] ? 1u : 0u, CustomerSigns.IsFirm(first, last) ? 1u : 0u);
        into.Add('t', evidence.TraitsAt(name.Start), at);
        into.Add('P', evidence.TraitsAt(name.Start - 1), before);
        into.Add('F', evidence.TraitsAt(name.End), after);
        into.Add('m', (uint)message.Tokens[name.Start..name.End].Count(token => token.Key is "&" or "-"), length);
        into.Add('k', reading.Names.Any(other => other != name && other.Length > name.Length && message.Tokens[other.Start].Key == first) ? 1u : 0u);
    }

    // 0: outside the ask, before it; 1: behind it; 2: in it, where it does not ask; 3: where it asks.
    private static uint Place(IReadOnlyList<Span> pieces, Span name)
    {
        foreach (var piece in pieces)
        {
            if (piece.Contains(name.Start))
            {
                return 2;
            }
        }

        return name.Start < pieces[0].Start ? 0u : 1u;
    }
}
