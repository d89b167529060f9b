using System.Globalization;

namespace BridgeBot.Cards;

/// <summary>Days and times as people read them.</summary>
internal static class Moments
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo(Phrases.FormatCulture);

    /// <summary>
    /// Day and time of an instant in the zone of whoever looks at the card; for a TextBlock of ours
    /// (<see href="https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features#datetime-formatting-and-localization"/>).
    /// </summary>
    public static string DayAndTime(DateTimeOffset instant) => Phrase.Of(Phrases.Moment, Day(instant), Time(instant));

    /// <summary>The day of an instant in the viewer's zone; for a TextBlock of ours.</summary>
    public static string Day(DateTimeOffset instant) => $"{{{{DATE({Utc(instant)}, SHORT)}}}}";

    /// <summary>A day of somebody's calendar, which has no zone.</summary>
    public static string Day(DateOnly day) => day.ToString(Phrases.DayFormat, Culture);

    /// <summary>Time and day in a given zone, for a text that knows its reader.</summary>
    public static string TimeAndDay(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString(Phrases.TimeAndDayFormat, Culture);

    private static string Time(DateTimeOffset instant) => $"{{{{TIME({Utc(instant)})}}}}";

    private static string Utc(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
