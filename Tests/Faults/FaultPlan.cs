namespace BridgeBot.Tests.Faults;

/// <summary>What a run of the fault bench does.</summary>
/// <param name="Requests">Requests, each with two approvals at once.</param>
/// <param name="Kills">How often a host is killed; the connector restarts half as often.</param>
/// <param name="Provider">What <c>Storage:Provider</c> says; two hosts on a table, one on a file.</param>
/// <param name="Seed">Of everything that is random here; the order of events is the machine's all the same.</param>
/// <param name="IsCalm">Whether the connector has a good day; with no kills, nothing fails then.</param>
internal sealed record FaultPlan(int Requests, int Kills, string Provider, int Seed, bool IsCalm = false)
{
    /// <summary>Requests under way at once.</summary>
    public const int AtOnce = 20;

    /// <summary>Requests in one channel: Teams takes two sends a second there, and a request needs three.</summary>
    public const int InOneChannel = 10;

    /// <summary>How long a request may take until what it waits for counts as lost: longer than a lease of a killed host lasts.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
}
