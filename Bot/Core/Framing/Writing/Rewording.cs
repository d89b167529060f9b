using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Writing;

/// <summary>Adds what the rep filled in to the wordings of an ask.</summary>
internal static class Rewording
{
    /// <summary>The wordings, the suggestion first; each with every fact of the ask and the notes.</summary>
    public static IReadOnlyList<string> Reword(Ask ask, FramingNotes notes, FramingContext context)
    {
        var courteous = ask.Framing == ask.Text;
        List<string> wordings = [.. courteous ? [ask.Framing] : (string[])[ask.Framing, .. ask.Alternatives]];
        if (notes.Kind is { } kind && kind != ask.Kind && !courteous)
        {
            var closing = KindPhrases.Of(ask.Kind).Closings.FirstOrDefault(phrase => ask.Framing.Contains(phrase, StringComparison.Ordinal));
            wordings = closing is null ? wordings : [.. wordings.Select(wording => wording.Replace(closing, KindPhrases.Of(kind).Closing(0), StringComparison.Ordinal))];
        }

        var urgent = ask.Framing.StartsWith("Urgent", StringComparison.Ordinal);
        return [.. wordings.Select(wording => Add(wording, ask, notes, context, urgent)).Distinct()];
    }

    private static string Add(string wording, Ask ask, FramingNotes notes, FramingContext context, bool urgent)
    {
        if (Soften(notes.Appreciation, context) is { Length: > 0 } worked && !urgent && !Holds(wording, worked))
        {
            wording = $"{Appreciate(worked)} {WithoutThanks(wording)}";
        }

        if (Given(notes.Customer) is { } customer && !Holds(wording, customer))
        {
            wording += $" This is for {customer}.";
        }

        if (notes.Deadline is { } day && day != ask.Deadline)
        {
            wording += $" We would need it by {Long(day)}.";
        }

        foreach (var (label, value) in notes.Details)
        {
            if (Given(value) is { } detail && !Holds(wording, detail))
            {
                wording += $" {label}: {detail}{(detail[^1] is '.' or '!' or '?' ? "" : ".")}";
            }
        }

        return wording;
    }

    // The appreciation replaces the plain thank-you: one is sincere, two are too many.
    private static string WithoutThanks(string wording) =>
        wording.StartsWith("Thank you for the work on ", StringComparison.Ordinal) && wording.IndexOf(". It would be", StringComparison.Ordinal) is > 0 and var end
            ? char.ToUpperInvariant(wording["Thank you for the work on ".Length]) + wording[("Thank you for the work on ".Length + 1)..end] + wording[(end + 4)..]
            : wording;

    private static string Appreciate(string worked)
    {
        var sentence = FramingWriter.Sentence(worked);
        return worked.Split(' ').Length <= 6 && !worked.Contains(" was ", StringComparison.OrdinalIgnoreCase) && !worked.Contains(" is ", StringComparison.OrdinalIgnoreCase)
            && !worked.Contains("thank", StringComparison.OrdinalIgnoreCase) && !worked.Contains("worked", StringComparison.OrdinalIgnoreCase)
                ? $"{sentence.TrimEnd('.', '!')} worked really well for us, thank you!"
                : $"{sentence} Thank you for that!";
    }

    private static string Soften(string? words, FramingContext context)
    {
        if (Given(words) is not { } given)
        {
            return "";
        }

        var reading = Understanding.Of(given.Length > 4000 ? given[..4000] : given, context);
        return reading.Manner.Flags.Count == 0 ? given : Renderer.Render(reading, new Span(0, reading.Message.Tokens.Length), softly: false);
    }

    private static bool Holds(string wording, string words) => wording.Contains(words.TrimEnd('.', '!', ' '), StringComparison.OrdinalIgnoreCase);

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string Long(DateOnly day) => day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
