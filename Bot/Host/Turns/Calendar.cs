namespace BridgeBot.Host.Turns;

/// <summary>What day it is for somebody.</summary>
internal static class Calendar
{
    /// <summary>The day of an instant in an IANA time zone.</summary>
    public static DateOnly Today(DateTimeOffset now, string timeZone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime);
}
