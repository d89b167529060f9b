using System.Globalization;
using System.Text;

namespace BridgeBot.Bench.Framing;

/// <summary>The measures as text.</summary>
internal static class MeasureTable
{
    private const int LongestExample = 300;

    /// <summary>The table, then some examples of each failure.</summary>
    /// <param name="measures">The measures.</param>
    /// <param name="examples">How many examples of each.</param>
    public static string Render(IReadOnlyList<Measure> measures, int examples)
    {
        var width = measures.Max(measure => measure.What.Length);
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{"what".PadRight(width)}  {"result",8}  {"goal",9}  {"",-4}  {"cases",6}  how");
        foreach (var measure in measures)
        {
            var met = measure.Met switch { true => "yes", false => "NO", null => "" };
            text.AppendLine($"{measure.What.PadRight(width)}  {measure.Shown,8}  {measure.ShownGoal,9}  {met,-4}  {measure.Cases,6}  {measure.Note}".TrimEnd());
        }

        foreach (var measure in measures.Where(measure => measure.Failures.Count > 0 && examples > 0))
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{measure.What}: {measure.Failures.Count} failed");
            foreach (var failure in measure.Failures.Take(examples))
            {
                text.Append("  ").AppendLine(failure.Length > LongestExample ? failure[..LongestExample] + "…" : failure);
            }
        }

        return text.ToString();
    }
}
