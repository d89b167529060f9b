namespace BridgeBot.Core.Framing.Manners;

/// <summary>A phrase that lands badly, and what says the same without the sting.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Reason">One of <see cref="ToneReasons"/>; empty for a phrase that only looks like one of the others.</param>
/// <param name="Pattern">The phrase; see <see cref="Reading.Pattern"/>.</param>
/// <param name="Softer">What takes its place; empty if nothing is lost without it.</param>
/// <param name="Example">A sentence that holds it.</param>
/// <param name="Flagged">What the example flags.</param>
/// <param name="Source">Where the rule comes from.</param>
internal sealed record ToneRule(string Id, string Reason, string Pattern, string Softer, string Example, string Flagged, string Source);

/// <summary>The reasons for a flag, and how far each pulls the score down.</summary>
internal static class ToneReasons
{
    public const string Blame = "blame";
    public const string Generalisation = "generalisation";
    public const string Sarcasm = "sarcasm";
    public const string Evaluative = "evaluative";
    public const string Demand = "demand";
    public const string AccusingQuestion = "accusing-question";
    public const string Swearing = "swearing";
    public const string Shouting = "shouting";

    /// <summary>Whether a phrase may tell how bad or how urgent something is, and so stays as typed where that must not be softened.</summary>
    public static bool IsSeverity(string reason) => reason is Demand or Generalisation or Shouting;

    /// <summary>The weight of a reason; always above zero, so that deleting a flagged phrase raises the score.</summary>
    public static double Weight(string reason) => reason switch
    {
        Blame or Swearing => 0.8,
        Sarcasm or AccusingQuestion => 0.7,
        Evaluative => 0.6,
        Generalisation => 0.5,
        _ => 0.35,
    };
}
