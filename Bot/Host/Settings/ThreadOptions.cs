namespace BridgeBot.Host.Settings;

/// <summary>The life of a request; section <c>Threads</c>.</summary>
public sealed class ThreadOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Threads";

    /// <summary>Days after a delivery, or after a "not yet", at which the rep is asked once more whether it helped; after as many days
    /// again without an answer the request is closed. 1 to 365.</summary>
    public int AskAgainAfterDays { get; set; } = 14;

    /// <summary>Days without any news after which a rep may have marketing asked kindly, once for each such time. 1 to 90.</summary>
    public int NudgeAfterDays { get; set; } = 3;

    /// <summary>Why the host must not start with these options; none if it may.</summary>
    internal IEnumerable<string> FaultsAtStart()
    {
        if (AskAgainAfterDays is < 1 or > 365)
        {
            yield return $"Threads:AskAgainAfterDays is {AskAgainAfterDays}: it must be from 1 to 365 days.";
        }

        if (NudgeAfterDays is < 1 or > 90)
        {
            yield return $"Threads:NudgeAfterDays is {NudgeAfterDays}: it must be from 1 to 90 days.";
        }
    }
}
