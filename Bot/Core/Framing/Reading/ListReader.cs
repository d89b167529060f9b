using System.Collections.Frozen;

namespace BridgeBot.Core.Framing.Reading;

/// <summary>How an item of a list is marked.</summary>
internal enum ItemMark
{
    /// <summary>It is no item.</summary>
    None,

    /// <summary>A number or a letter: "2)", "(b)", "3.".</summary>
    Numbered,

    /// <summary>A bullet at the start of a line.</summary>
    Bullet,

    /// <summary>"Second," at the start of a sentence.</summary>
    Ordinal,
}

/// <summary>Finds the items of lists.</summary>
internal static class ListReader
{
    private static readonly FrozenSet<string> Bullets = "- * • – — · > + ✅ ➡ 👉 ▪".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Ordinals = "first second third fourth fifth firstly secondly thirdly finally lastly last".Split(' ').ToFrozenSet();

    /// <summary>The tokens that number items, each counting on from the last: "1)", "(2)", "3.", "a)", "(b)"; null if none does.</summary>
    public static HashSet<int>? Numbers(Token[] tokens)
    {
        HashSet<int>? numbers = null;
        var (next, letter) = (1, 'a');
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            if (tokens[i] is { Kind: TokenKind.Word, Length: 1 })
            {
                var isNext = tokens[i].Key[0] == letter || tokens[i].Key[0] == 'a';
                if (isNext && tokens[i + 1].Key == ")" && (letter > 'a' || Opens(tokens, i)))
                {
                    (numbers ??= []).Add(i);
                    letter = (char)(tokens[i].Key[0] + 1);
                }

                continue;
            }

            if (tokens[i] is not { Kind: TokenKind.Number, Length: <= 2 } || !int.TryParse(tokens[i].Key, out var number) || number is 0 || (number != next && number != 1))
            {
                continue;
            }

            // "KidLatch 2)" is no item, since no "1)" stands before it; "page 1." is none, since a word does.
            var dotted = tokens[i + 1].Key == "." && (i == 0 || tokens[i - 1].Key is ":" or "." or "," || tokens[i - 1].Kind is TokenKind.Break || numbers is not null);
            if (dotted || (tokens[i + 1].Key == ")" && (number > 1 || Opens(tokens, i))))
            {
                (numbers ??= []).Add(i);
                next = number + 1;
            }
        }

        return numbers;
    }

    /// <summary>How the item is marked that starts at a token, which is the first of a sentence or of a piece of one.</summary>
    public static ItemMark MarkAt(Message message, int i, Span sentence) =>
        message.IsItemNumber(i) || (message.Tokens[i].Key == "(" && message.IsItemNumber(i + 1)) ? ItemMark.Numbered
        : i != sentence.Start ? ItemMark.None
        : Bullets.Contains(message.Tokens[i].Key) && (i == 0 || message.Tokens[i - 1].Kind is TokenKind.Break) ? ItemMark.Bullet
        : Ordinals.Contains(message.Tokens[i].Key) || (message.Tokens[i].Key is "and" or "but" && i + 1 < sentence.End && Ordinals.Contains(message.Tokens[i + 1].Key)) ? ItemMark.Ordinal
        : ItemMark.None;

    private static bool Opens(Token[] tokens, int i) => i == 0 || !tokens[i - 1].IsWordLike;
}
