namespace BridgeBot.Core.Framing.Calendar;

/// <summary>
/// The ways to write a date that the engine reads; the longest match wins, then the first. The conventions: weeks run
/// from Monday to Sunday, "Friday" is the coming one, "next Friday" the one of the following week, a day without a year
/// is the next such day, and what is due at the end of a week is due on its Friday.
/// </summary>
/// <remarks>The reader is our own because the .NET package of Microsoft Recognizers-Text, which reads more, could not be
/// restored where this was built. The phrases follow its specification, https://github.com/microsoft/Recognizers-Text.</remarks>
internal static class DateRules
{
    /// <summary>What stands alone.</summary>
    public static readonly DateRule[] Simple = [.. DayRules.All, .. MonthDayRules.All, .. WeekRules.All, .. CountRules.All, .. PeriodRules.All, .. HolidayRules.All];

    /// <summary>All rules.</summary>
    public static readonly DateRule[] All = [.. Simple, .. OffsetRules.All, .. RangeRules.All];
}
