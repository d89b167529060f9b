namespace BridgeBot.Host.Outbox;

/// <summary>How long is kept what nobody waits for any more; section <c>Retention</c> of the settings.</summary>
public sealed class RetentionOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Retention";

    /// <summary>A digest looks a month back at the most, and may go out a week late.</summary>
    public const int ShortestForThreads = 40;

    private const int Longest = 3_650;

    /// <summary>Days after its last change at which a thread that is over is removed, with its events and all that is derived from it; 40 to 3650.</summary>
    public int ClosedThreadsDays { get; set; } = 365;

    /// <summary>Days after which a dead letter is removed, counted from when it was given up; 1 to 3650.</summary>
    public int DeadLettersDays { get; set; } = 90;

    /// <summary>Why the host must not start with these options; none if it may. One line each, for the console.</summary>
    public IEnumerable<string> FaultsAtStart()
    {
        if (ClosedThreadsDays is < ShortestForThreads or > Longest)
        {
            yield return $"Retention:ClosedThreadsDays is {ClosedThreadsDays}: it must be from {ShortestForThreads} to {Longest} days, "
                + "since a monthly digest still counts younger threads.";
        }

        if (DeadLettersDays is < 1 or > Longest)
        {
            yield return $"Retention:DeadLettersDays is {DeadLettersDays}: it must be from 1 to {Longest} days.";
        }
    }
}
