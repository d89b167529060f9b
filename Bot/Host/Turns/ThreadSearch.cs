using BridgeBot.Host.Storage;

namespace BridgeBot.Host.Turns;

/// <summary>
/// Finds a channel's threads that have all of some words, the newest first. Each word has a row for each of its threads, newest first, so the
/// rows of all words are walked through together, each word jumping to where another one goes on: what is read depends on how much is
/// found, not on how much there is, and is bounded.
/// </summary>
internal sealed class ThreadSearch(IStore store, string channel)
{
    /// <summary>Rows of one word that are read at once.</summary>
    private const int Block = 50;

    /// <summary>Rows that are read at once to see which words begin with what was typed.</summary>
    private const int Glance = 10;

    /// <summary>The most words that one beginning of a word stands for.</summary>
    private const int MostEndings = 8;

    /// <summary>The most blocks that are read for one page.</summary>
    private const int MostBlocks = 40;

    /// <summary>Behind every place.</summary>
    private const string End = "~";

    /// <summary>Finds a page.</summary>
    /// <param name="words">The words; the last one may be the beginning of a word.</param>
    /// <param name="from">Where the page begins, as the page before it said; empty for the first.</param>
    /// <param name="count">The most threads of a page.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<FoundThreads> FindAsync(IReadOnlyList<string> words, string from, int count, CancellationToken cancel)
    {
        var (endings, isCutShort) = await EndingsAsync(words[^1], cancel);
        List<Term> terms = [.. words.SkipLast(1).Select(word => new Term([word])), new Term(endings)];
        List<string> found = [];
        var blocks = 0;
        while (true)
        {
            var behind = terms.Where(term => string.CompareOrdinal(term.Until, from) <= 0).ToList();
            blocks += behind.Sum(term => term.Words.Count);
            await Task.WhenAll(behind.Select(term => ReadAsync(term, from, cancel)));

            // As far as every word is known, whatever all of them have is found.
            var until = terms.Select(term => term.Until).Min(StringComparer.Ordinal)!;
            found.AddRange(terms[0].Places(from, until).Where(place => terms.TrueForAll(term => term.Has(place))));
            from = terms.Select(term => term.FirstFrom(until)).Max(StringComparer.Ordinal)!;
            if (found.Count > count || from == End || blocks >= MostBlocks)
            {
                break;
            }
        }

        var next = found.Count > count ? found[count] : from == End ? null : from;
        return new([.. found.Take(count).Select(Keys.ThreadId)], next, isCutShort);
    }

    /// <summary>The stored words that begin with a word: a jump behind each one finds the next.</summary>
    private async Task<(IReadOnlyList<string> Words, bool IsCutShort)> EndingsAsync(string beginning, CancellationToken cancel)
    {
        // The word itself is looked for in any case.
        List<string> words = [beginning];
        var (from, to) = (Keys.FoundFrom + beginning, Keys.FoundFrom + beginning + End);
        while (true)
        {
            var rows = await store.RangeAsync(channel, from, to, Glance, cancel);
            words.AddRange(rows.Select(row => Keys.FoundWord(row.Key)).Distinct(StringComparer.Ordinal).Where(word => !words.Contains(word)));
            if (rows.Count < Glance || words.Count > MostEndings)
            {
                return ([.. words.Take(MostEndings)], words.Count > MostEndings);
            }

            from = Keys.FoundTo(Keys.FoundWord(rows[^1].Key));
        }
    }

    private async Task ReadAsync(Term term, string from, CancellationToken cancel)
    {
        var blocks = await Task.WhenAll(term.Words.Select(word =>
            store.RangeAsync(channel, Keys.FoundWordFrom(word) + from, Keys.FoundTo(word), Block, cancel)));
        term.Take([.. blocks.Select(rows => rows.Select(row => Keys.FoundPlace(row.Key)).ToList())]);
    }

    /// <summary>A word that is looked for: the stored words that stand for it, and where they were found.</summary>
    private sealed class Term(IReadOnlyList<string> words)
    {
        private SortedSet<string> _places = new(StringComparer.Ordinal);

        public IReadOnlyList<string> Words => words;

        /// <summary>Before which place everything is known.</summary>
        public string Until { get; private set; } = "";

        public void Take(IReadOnlyList<List<string>> blocks)
        {
            _places = new(blocks.SelectMany(block => block), StringComparer.Ordinal);
            Until = blocks.Where(block => block.Count == Block).Select(block => block[^1]).Append(End).Min(StringComparer.Ordinal)!;
        }

        public bool Has(string place) => _places.Contains(place);

        public IEnumerable<string> Places(string from, string until) =>
            _places.Where(place => string.CompareOrdinal(place, from) >= 0 && string.CompareOrdinal(place, until) < 0);

        /// <summary>Where it may be found next, from a place on.</summary>
        public string FirstFrom(string place) =>
            _places.FirstOrDefault(one => string.CompareOrdinal(one, place) >= 0 && string.CompareOrdinal(one, Until) < 0) ?? Until;
    }
}

/// <summary>What was found.</summary>
/// <param name="ThreadIds">The newest first.</param>
/// <param name="Next">Where the next page begins; null if this is the last one.</param>
/// <param name="IsCutShort">Whether more words begin with what was typed than were looked for.</param>
internal sealed record FoundThreads(IReadOnlyList<string> ThreadIds, string? Next, bool IsCutShort);
