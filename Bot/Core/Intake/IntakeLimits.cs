namespace BridgeBot.Core.Intake;

/// <summary>
/// How long the texts of a dialog may be, in UTF-16 code units. Teams takes about 28 KB a message
/// (<see href="https://learn.microsoft.com/microsoftteams/limits-specifications-teams"/>), so that the request's card must
/// stay below 14,000 units in all: a wording, and five questions or reasons
/// (<see cref="Threads.ThreadPolicy.LongestText"/>).
/// </summary>
public static class IntakeLimits
{
    /// <summary>A message of the rep: some four pages; a longer one was pasted from somewhere.</summary>
    public const int Message = 10_000;

    /// <summary>A wording that is posted.</summary>
    public const int Wording = 4_000;

    /// <summary>A field of one line, also a customer.</summary>
    public const int Line = 200;

    /// <summary>A field of several lines.</summary>
    public const int Paragraph = 1_000;

    /// <summary>A title.</summary>
    public const int Title = 100;

    /// <summary>How many wordings of the rep's own a draft remembers, so that its row stays small.</summary>
    internal const int OwnWordings = 3;

    /// <summary>The longest value of a field.</summary>
    public static int Of(KindField field) => field.Type is FieldType.LongText ? Paragraph : Line;
}
