using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using static BridgeBot.Host.Privacy.StoredJson;

namespace BridgeBot.Host.Privacy;

/// <summary>Requests in whose texts somebody's name was typed ("ask Sam"): by anybody, and perhaps about another Sam.</summary>
internal static class Mentions
{
    /// <summary>Shorter words, such as the "de" of a name, would be found in too many texts.</summary>
    private const int ShortestWord = 3;

    /// <summary>Finds them.</summary>
    /// <returns>The reference of each request, and what of the name stands in it: all of it, or some of its words.</returns>
    public static async Task<IReadOnlyList<(string Reference, IReadOnlyList<string> Words)>> FindAsync(
        IStore store, IReadOnlyCollection<string> names, CancellationToken cancel)
    {
        List<(string, Regex)> wanted = [.. Wanted(names).Select(words => (words, Whole(words)))];
        Dictionary<string, string> references = [];
        Dictionary<string, HashSet<string>> found = [];
        await foreach (var row in store.AllAsync(null, cancel))
        {
            // What was written beside a request is in its events alone.
            var isThread = Keys.IsThread(row.Key);
            if ((!isThread && !row.Key.StartsWith(Keys.EventFrom, StringComparison.Ordinal)) || TryParse(row.Body) is not JsonObject body)
            {
                continue;
            }

            var id = isThread ? Keys.ThreadId(row.Key) : Keys.ThreadOfEvent(row.Key);
            if (isThread && TextOf(body, nameof(RequestThread.Reference)) is { } reference)
            {
                references[id] = reference;
            }

            if (WordsIn(body, wanted) is { Count: > 0 } words)
            {
                (found.TryGetValue(id, out var before) ? before : found[id] = []).UnionWith(words);
            }
        }

        return [.. found.Select(one => (references.GetValueOrDefault(one.Key, one.Key), Longest(one.Value)))];
    }

    /// <summary>"Sam" says nothing more where "Sam Sales" stands already.</summary>
    private static IReadOnlyList<string> Longest(IReadOnlyCollection<string> words) =>
        [.. words.Where(word => !words.Any(longer => longer.Length > word.Length && longer.Contains(word, StringComparison.OrdinalIgnoreCase)))];

    /// <summary>The names themselves, then their words.</summary>
    private static IEnumerable<string> Wanted(IReadOnlyCollection<string> names) => names
        .Concat(names.SelectMany(name => Regex.Split(name, @"[^\p{L}\p{N}]+")).Where(word => word.Length >= ShortestWord))
        .Distinct(StringComparer.OrdinalIgnoreCase);

    private static Regex Whole(string words) =>
        new($@"(?<!\w){Regex.Escape(words)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static List<string> WordsIn(JsonObject thread, List<(string Words, Regex Whole)> wanted)
    {
        var text = string.Join('\n', Texts(thread));
        return [.. wanted.Where(one => one.Whole.IsMatch(text)).Select(one => one.Words)];
    }

    /// <summary>What was typed; who did something is recognised by an id and not meant here.</summary>
    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject fields when fields.ContainsKey(nameof(Person.AadObjectId)) => [],
        JsonObject fields => fields.Select(field => field.Value).SelectMany(Texts),
        JsonArray items => items.SelectMany(Texts),
        not null when node.GetValueKind() is JsonValueKind.String => [node.GetValue<string>()],
        _ => [],
    };
}
