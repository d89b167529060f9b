using BridgeBot.Core.Lists;

namespace BridgeBot.Cards;

/// <summary>The data of a list's buttons, there and back. A client may send anything.</summary>
public static class ListButton
{
    /// <summary>How far somebody can leaf through a list; by then it is the wrong way to look.</summary>
    public const int MostPages = 50;

    private const int LongestText = 200;
    private const int LongestMark = 64;

    /// <summary>The data of a button.</summary>
    internal static IReadOnlyList<(string Name, string Value)> Write(ListRequest list) =>
        [(Verbs.ListKind, $"{list.Kind}"), (Verbs.ListText, list.Text), (Verbs.ListTrail, string.Join(',', list.Trail))];

    /// <summary>Reads it; null if no button of ours has that data.</summary>
    public static ListRequest? Read(IReadOnlyDictionary<string, string> data)
    {
        var kind = Enum.GetValues<ListKind>().Where(one => $"{one}" == data.GetValueOrDefault(Verbs.ListKind)).Cast<ListKind?>().FirstOrDefault();
        var (text, trail) = (data.GetValueOrDefault(Verbs.ListText, ""), data.GetValueOrDefault(Verbs.ListTrail, ""));
        string[] marks = trail.Length == 0 ? [] : trail.Split(',', MostPages + 1);
        return kind is null || text.Length > LongestText || marks.Length > MostPages || !marks.All(IsMark) ? null : new(kind.Value, text, marks);
    }

    private static bool IsMark(string mark) => mark.Length is > 0 and <= LongestMark && mark.All(c => char.IsAsciiHexDigitLower(c) || c == '|');
}
