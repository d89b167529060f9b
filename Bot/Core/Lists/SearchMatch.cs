namespace BridgeBot.Core.Lists;

/// <summary>Whether something that is at hand has what is looked for. Pure.</summary>
public static class SearchMatch
{
    /// <summary>Whether each word of a search begins one of the words of some texts; a search without words finds everything.</summary>
    /// <param name="search">What was typed.</param>
    /// <param name="texts">What is looked through; null for a text that is not there.</param>
    public static bool Of(string search, params IEnumerable<string?> texts)
    {
        var words = texts.SelectMany(text => SearchWords.Split(text ?? "")).ToHashSet(StringComparer.Ordinal);
        return SearchWords.OfSearch(search).All(wanted => words.Any(word => word.StartsWith(wanted, StringComparison.Ordinal)));
    }
}
