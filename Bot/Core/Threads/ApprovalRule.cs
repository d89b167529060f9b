namespace BridgeBot.Core.Threads;

/// <summary>What it takes to approve a kind of request.</summary>
/// <param name="Needed">How many different people must approve; 1 or more.</param>
/// <param name="By">aadObjectIds of those who may; empty for anybody of marketing.</param>
/// <param name="OwnToo">Whether somebody of marketing may approve what they asked for themselves.</param>
public sealed record ApprovalRule(int Needed, IReadOnlySet<string> By, bool OwnToo)
{
    /// <summary>One approval, of anybody of marketing but the requester.</summary>
    public static ApprovalRule Usual { get; } = new(1, new HashSet<string>(), OwnToo: false);

    /// <summary>Whether somebody is among those who may.</summary>
    public bool Names(Person person) => By.Count == 0 || By.Contains(person.AadObjectId);
}
