namespace BridgeBot.Core.Framing.Reading;

/// <summary>A message as read: its tokens, sentences and quotations.</summary>
internal sealed class Message
{
    private const int QuoteLimit = 600;
    private readonly HashSet<int>? _itemNumbers;

    /// <summary>Reads a text.</summary>
    public Message(string text)
    {
        Text = text;
        Tokens = Tokenizer.Read(text);
        Quoted = new bool[Tokens.Length];
        Quotes = ReadQuotes();
        _itemNumbers = ListReader.Numbers(Tokens);
        Sentences = SentenceReader.Read(this);
    }

    /// <summary>The text as typed.</summary>
    public string Text { get; }

    /// <summary>Its tokens.</summary>
    public Token[] Tokens { get; }

    /// <summary>Whether a token is part of a quotation, so somebody else's words.</summary>
    public bool[] Quoted { get; }

    /// <summary>The quotations, without their marks; a single word in quotation marks is irony or a name, and no quotation.</summary>
    public IReadOnlyList<Span> Quotes { get; }

    /// <summary>The sentences, in order.</summary>
    public IReadOnlyList<Span> Sentences { get; }

    /// <summary>The sentence that a token is in.</summary>
    public Span SentenceAt(int token)
    {
        var (low, high) = (0, Sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Sentences[middle].End <= token ? (middle + 1, high) : (low, middle);
        }

        return Sentences[low];
    }

    /// <summary>Whether a token numbers an item of a list: "1)", "(2)", "3.", "b)".</summary>
    public bool IsItemNumber(int token) => _itemNumbers is not null && _itemNumbers.Contains(token);

    /// <summary>The text of some tokens, as typed.</summary>
    public string Slice(Span span) => span.Length <= 0 ? "" : Text[Tokens[span.Start].Start..Tokens[span.End - 1].End];

    /// <summary>The token's text as typed.</summary>
    public ReadOnlySpan<char> Raw(int token) => Text.AsSpan(Tokens[token].Start, Tokens[token].Length);

    private List<Span> ReadQuotes()
    {
        List<Span> quotes = [];
        for (var i = 0; i < Tokens.Length; i++)
        {
            if (Closing(i) is not { } close)
            {
                continue;
            }

            var end = i + 1;
            while (end < Tokens.Length && end < i + QuoteLimit / 4 && !Closes(end, close))
            {
                end++;
            }

            if (end >= Tokens.Length || !Closes(end, close))
            {
                continue;
            }

            var words = Tokens.AsSpan(i + 1, end - i - 1).ToArray().Count(token => token.IsWordLike);
            if (words >= 2 || (words == 1 && close != '\''))
            {
                quotes.Add(new(i + 1, end));
                Quoted.AsSpan(i + 1, end - i - 1).Fill(words >= 3);
            }

            i = end;
        }

        return quotes;
    }

    private char? Closing(int i) => Tokens[i].Kind is not TokenKind.Mark ? null : Text[Tokens[i].Start] switch
    {
        '"' => '"',
        '“' or '„' => '”',
        '«' => '»',
        '\'' or '‘' when Tokens[i].Start + 1 < Text.Length && char.IsLetterOrDigit(Text[Tokens[i].Start + 1]) => '\'',
        _ => null,
    };

    private bool Closes(int i, char close) => Tokens[i].Kind is TokenKind.Mark && Text[Tokens[i].Start] is var c
        && (c == close || (close == '”' && c is '“' or '"') || (close == '\'' && c == '’'));
}

/// <summary>Some neighbouring tokens.</summary>
/// <param name="Start">Index of the first token.</param>
/// <param name="End">Index behind the last.</param>
internal readonly record struct Span(int Start, int End)
{
    /// <summary>The number of tokens.</summary>
    public int Length => End - Start;

    /// <summary>Whether a token is inside.</summary>
    public bool Contains(int token) => token >= Start && token < End;
}
