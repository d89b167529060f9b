namespace BridgeBot.Core.Framing.Reading;

/// <summary>What a message denies: "paid" of "they haven't paid". A wording that loses or gains a denial says the opposite.</summary>
internal static class Denials
{
    private const int Reach = 4;

    private static readonly WordSet Deniers = new((
        "not no never none neither nor without cannot can't cant don't dont doesn't doesnt didn't didnt isn't isnt aren't wasn't weren't won't wont "
        + "wouldn't shouldn't couldn't haven't havent hasn't hasnt hadn't ain't cancel cancelled stop stopped except instead nicht kein keine ni sin nie").Split(' '));

    // What may stand between a denial and what it denies.
    private static readonly WordSet Passed = new((
        "longer more yet even really quite still been be being is are was were have has had get got do does did the a an any to us we i you they it he she that this "
        + "these those in on at of for with by so very too only just ever will would can could should my our your their his her").Split(' '));

    /// <summary>Whether a token denies something.</summary>
    public static bool Is(in Token token) => Deniers.Contains(token);

    /// <summary>Whether anything is denied.</summary>
    public static bool AreIn(Message message)
    {
        foreach (var token in message.Tokens)
        {
            if (Is(token))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is denied, in order: the token that denies and the one that it denies.</summary>
    /// <param name="message">The message.</param>
    /// <param name="asked">Whether what is denied in a question counts: "don't we have a flyer?" denies nothing.</param>
    public static IEnumerable<(int Denier, int Denied)> In(Message message, bool asked)
    {
        foreach (var sentence in message.Sentences)
        {
            for (var i = sentence.Start; i < sentence.End && (asked || !message.Tokens[sentence.End - 1].Key.Contains('?', StringComparison.Ordinal)); i++)
            {
                if (Is(message.Tokens[i]) && Behind(message, new(i + 1, Math.Min(sentence.End, i + 1 + Reach))) is { } denied)
                {
                    yield return (i, denied);
                }
            }
        }
    }

    private static int? Behind(Message message, Span words)
    {
        for (var i = words.Start; i < words.End && message.Tokens[i].IsWordLike; i++)
        {
            if (!Passed.Contains(message.Tokens[i]))
            {
                return Is(message.Tokens[i]) ? null : i;
            }
        }

        return null;
    }
}
