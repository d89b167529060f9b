using System.Text.Json.Serialization;
using BridgeBot.Core.Framing;

namespace BridgeBot.Core.Intake;

/// <summary>
/// Where a rep is in the walk through a message: private to the rep, kept across restarts, and dropped when every ask
/// is posted or dropped, or after a configured time.
/// </summary>
/// <param name="Id">Random, given by the edge; a button of another dialog does nothing.</param>
/// <param name="Revision">Grows with every step; a button of an older card is told what is current.</param>
/// <param name="Stage">What the bot waits for.</param>
/// <param name="Original">What the rep typed.</param>
/// <param name="NeedsReframing">Whether the message needed a softer wording at all.</param>
/// <param name="Flags">The phrases that land badly, with offsets into <paramref name="Original"/>.</param>
/// <param name="Drafts">One for each ask, in order.</param>
/// <param name="Current">Index of the draft in work.</param>
/// <param name="Locale">The rep's locale when the message was written.</param>
/// <param name="Today">The rep's day when the message was written.</param>
/// <param name="StartedAt">UTC instant of the first message.</param>
/// <param name="ChangedAt">UTC instant of the last step.</param>
public sealed record Dialog(
    string Id,
    int Revision,
    DialogStage Stage,
    string Original,
    bool NeedsReframing,
    IReadOnlyList<ToneFlag> Flags,
    IReadOnlyList<Draft> Drafts,
    int Current,
    string Locale,
    DateOnly Today,
    DateTimeOffset StartedAt,
    DateTimeOffset ChangedAt)
{
    /// <summary>A relayed safety, legal or outage complaint: it goes straight to the preview and is never softened.</summary>
    public bool Urgent { get; init; }

    /// <summary>The id of the thread whose request is changed; null for a new request.</summary>
    public string? Revises { get; init; }

    /// <summary>The draft in work; null while nothing was asked for (<see cref="DialogStage.Clarify"/>).</summary>
    [JsonIgnore]
    public Draft? Draft => Current < Drafts.Count ? Drafts[Current] : null;
}

/// <summary>What the dialog waits for.</summary>
public enum DialogStage
{
    /// <summary>Nothing to ask for was found: the bot asked what would help.</summary>
    Clarify,

    /// <summary>The form with what is missing.</summary>
    Form,

    /// <summary>The suggestion beside the original.</summary>
    Preview,

    /// <summary>The rep's own wording of the suggestion.</summary>
    Edit,
}

/// <summary>One ask on its way to a request.</summary>
/// <param name="Ask">What the engine read.</param>
/// <param name="Kind">The kind's id; the rep may correct it.</param>
/// <param name="Values">Field id to value, as filled in; dates as yyyy-MM-dd.</param>
/// <param name="Wordings">What the engine suggests, the suggestion first; a text of the rep's own is added at the end.</param>
/// <param name="Chosen">Index of the wording that is shown.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record Draft(
    Ask Ask,
    string Kind,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<string> Wordings,
    int Chosen,
    DraftOutcome Outcome)
{
    /// <summary>The wording that is shown, and posted if the rep agrees.</summary>
    [JsonIgnore]
    public string Wording => Wordings[Chosen];

    /// <summary>How many of the <see cref="Wordings"/>, counted from the end, are texts of the rep's own.</summary>
    public int OwnWordings { get; init; }

    /// <summary>Whether the wording that is shown is the rep's own rather than a suggestion.</summary>
    [JsonIgnore]
    public bool ShowsOwnWording => Chosen >= Wordings.Count - OwnWordings;
}

/// <summary>What became of a draft.</summary>
public enum DraftOutcome
{
    /// <summary>Not decided yet.</summary>
    Open,

    /// <summary>The rep agreed to post it.</summary>
    Posted,

    /// <summary>The rep left it out.</summary>
    Skipped,
}
