using Azure.Data.Tables;

namespace BridgeBot.Host.Storage;

/// <summary>
/// A range of keys as a filter. Its ends are any strings, but in an address control characters and long texts do not arrive, and
/// no key holds them: an end is cut before the first of them, and compared so that no key changes sides.
/// </summary>
internal static class TableBounds
{
    /// <summary>The rows of a partition with <paramref name="from"/> &lt;= key &lt; <paramref name="to"/>.</summary>
    public static string Filter(string partition, string from, string to) =>
        $"{TableClient.CreateQueryFilter($"PartitionKey eq {partition}")} and {From(from)} and {To(to)}";

    private static string From(string text)
    {
        var (end, isCut) = Cut(text);
        return isCut ? TableClient.CreateQueryFilter($"RowKey gt {end}") : TableClient.CreateQueryFilter($"RowKey ge {end}");
    }

    private static string To(string text)
    {
        var (end, isCut) = Cut(text);
        return isCut ? TableClient.CreateQueryFilter($"RowKey le {end}") : TableClient.CreateQueryFilter($"RowKey lt {end}");
    }

    // What sorts before every character of a key is like nothing; what sorts behind them is like the longest row of the last.
    private static (string End, bool IsCut) Cut(string text)
    {
        var at = text.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        if (at < 0 && text.Length <= StoreLimits.KeyLength) return (text, false);
        if (at < 0 || at >= StoreLimits.KeyLength) return (text[..StoreLimits.KeyLength], true);
        return (text[at] < ' ' ? text[..at] : text[..at].PadRight(StoreLimits.KeyLength, '~'), true);
    }
}
