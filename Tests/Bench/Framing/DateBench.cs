using System.Globalization;
using BridgeBot.Core.Framing;

namespace BridgeBot.Bench.Framing;

/// <summary>A case of Microsoft's Recognizers-Text specifications, https://github.com/microsoft/Recognizers-Text/tree/master/Specs/DateTime.</summary>
internal sealed record DateCase(string Input, DateCaseContext? Context, string? NotSupported, string? NotSupportedByDesign, IReadOnlyList<DateCaseResult> Results);

internal sealed record DateCaseContext(string? ReferenceDateTime);

/// <summary>One phrase; <c>Start</c> and <c>End</c> are inclusive offsets.</summary>
internal sealed record DateCaseResult(string Text, int Start, int End, string TypeName, DateCaseResolution? Resolution);

/// <summary>What a phrase may mean: "Oct/2" is last or next October.</summary>
internal sealed record DateCaseResolution(IReadOnlyList<Dictionary<string, object>>? values);

/// <summary>How many date phrases are found where they stand, with the right first day.</summary>
internal static class DateBench
{
    /// <summary>The measures on these cases.</summary>
    public static IEnumerable<Measure> Run(IReadOnlyList<DateCase> all)
    {
        var cases = all.Where(Supported).Select(Read).Where(item => item.Expected.Count > 0).ToList();
        yield return Measure.Share(
            "date phrases: cases with every first day right", 0.9,
            cases.Select(item => item.Expected.Select(phrase => Problem(item, phrase, phrase.Days)).OfType<string>().FirstOrDefault()),
            "Recognizers DateTimeModel, supported on .NET, with a calendar date; any listed resolution, en-US");
        yield return Measure.Share("date phrases: each phrase", null, cases.SelectMany(item => item.Expected.Select(phrase => Problem(item, phrase, phrase.Days))));
        yield return Measure.Share(
            "date phrases: each phrase, the coming day where two are listed", null,
            cases.SelectMany(item => item.Expected.Select(phrase => Problem(item, phrase, phrase.Days[^1..]))));
    }

    private static bool Supported(DateCase item) =>
        item.Context?.ReferenceDateTime is not null && !$"{item.NotSupported},{item.NotSupportedByDesign}".Contains("dotnet", StringComparison.OrdinalIgnoreCase);

    private static (DateCase Case, FramingResult Found, List<(DateCaseResult Phrase, DateOnly[] Days)> Expected) Read(DateCase item)
    {
        var today = DateOnly.FromDateTime(DateTime.Parse(item.Context!.ReferenceDateTime!, CultureInfo.InvariantCulture));
        var expected = item.Results.Select(phrase => (phrase, Days(phrase))).Where(pair => pair.Item2.Length > 0).ToList();
        return (item, Trial.Frame(item.Input, new(today, "en-US")), expected);
    }

    private static string? Problem(
        (DateCase Case, FramingResult Found, List<(DateCaseResult Phrase, DateOnly[] Days)> Expected) item,
        (DateCaseResult Phrase, DateOnly[] Days) phrase,
        DateOnly[] accepted)
    {
        var found = item.Found.Dates.Where(date => date.Start <= phrase.Phrase.End && date.Start + date.Length > phrase.Phrase.Start).ToList();
        return found.Any(date => accepted.Contains(date.Date)) ? null
            : $"{item.Case.Input} | {phrase.Phrase.Text}: {string.Join(" or ", accepted.Select(day => $"{day:O}"))}, found "
                + (found.Count == 0 ? "none" : string.Join(", ", found.Select(date => $"{date.Text} {date.Date:O}")));
    }

    // The first day of each resolution; the last day where only that is given ("before Friday").
    private static DateOnly[] Days(DateCaseResult phrase) =>
        [.. from value in phrase.Resolution?.values ?? []
            where value["type"].ToString() is "date" or "daterange" or "datetime" or "datetimerange"
            let text = (value.GetValueOrDefault("start") ?? value.GetValueOrDefault("value") ?? value.GetValueOrDefault("end"))?.ToString() ?? ""
            where text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            select DateOnly.ParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture)];
}
