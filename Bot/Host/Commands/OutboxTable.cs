using System.Globalization;
using BridgeBot.Host.Outbox;

namespace BridgeBot.Host.Commands;

/// <summary>Letters as lines of a terminal of 100 columns. What is not ours to choose (a name, a code) comes last or is cut, so that
/// the columns stay aligned.</summary>
internal static class OutboxTable
{
    /// <summary>Characters of an id that are shown.</summary>
    public const int IdLength = 8;

    /// <summary>The dead letters, the oldest first; those that cannot be read at the end.</summary>
    public static IEnumerable<string> Dead(IReadOnlyCollection<Letter> letters)
    {
        yield return letters.Count == 1 ? "1 dead letter" : $"{letters.Count} dead letters";
        if (letters.Count == 0)
        {
            yield break;
        }

        yield return "";
        yield return Line("ID", "Dead since (UTC)", "Tries", "What", "Code", "For");
        foreach (var letter in letters.OrderBy(letter => letter.Row?.DeadSince ?? DateTimeOffset.MaxValue))
        {
            yield return Line(
                letter.Id[..IdLength],
                letter.Row?.DeadSince is { } since ? Instant(since) : "not known",
                Tries(letter),
                letter.CanBeReplayed ? letter.Kind : $"{letter.Kind} *",
                letter.Row?.LastCode ?? "",
                letter.For);
        }

        yield return "";
        yield return "outbox replay ID sends it anew, outbox drop ID removes it.";
        if (letters.Any(letter => !letter.CanBeReplayed))
        {
            yield return "* can only be dropped: its words were removed to keep them private, or it cannot be read.";
        }
    }

    /// <summary>What is on its way, the next try first, and behind it what waits for it.</summary>
    public static IEnumerable<string> OnTheirWay(IReadOnlyCollection<Letter> letters, DateTimeOffset now)
    {
        yield return letters.Count == 1 ? "1 message on its way" : $"{letters.Count} messages on their way";
        if (letters.Count == 0)
        {
            yield break;
        }

        yield return "";
        yield return Line("", "Next try (UTC)", "Tries", "What", "Code", "For");
        var lanes = letters
            .GroupBy(letter => (letter.Partition, letter.Row!.Message!.Lane), (_, lane) => lane.OrderBy(letter => letter.Row!.Number).ToList())
            .OrderBy(lane => lane[0].Row!.NotBefore ?? DateTimeOffset.MinValue);
        foreach (var (place, letter) in lanes.SelectMany(lane => lane.Index()))
        {
            var next = place == 0 ? Next(letter, now) : "in its turn";
            yield return Line("", next, Tries(letter), letter.Kind, letter.Row!.LastCode ?? "", letter.For);
        }
    }

    private static string Next(Letter letter, DateTimeOffset now) => letter.Row! switch
    {
        { LeasedUntil: { } until } when until > now => "in hand",
        { WaitsForChannel: true } => "with a channel",
        { NotBefore: { } at } when at > now => Instant(at),
        _ => "now",
    };

    private static string Tries(Letter letter) => letter.Row is { } row ? row.Attempts.ToString(CultureInfo.InvariantCulture) : "";

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Line(string id, string when, string tries, string what, string code, string whom) =>
        $"{id,-IdLength}  {when,-16}  {tries,5}  {what,-14}  {TerminalText.Shown(code, 20),-20}  {TerminalText.Shown(whom, 27)}".TrimEnd();
}
