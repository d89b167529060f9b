using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Identity;

namespace BridgeBot.Host.Settings;

/// <summary>A kind of ask; an item of the section <c>Kinds</c>.</summary>
public sealed class KindOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kinds";

    /// <summary>What the framing engine calls it.</summary>
    public string Id { get; set; } = "";

    /// <summary>What people see.</summary>
    public string Label { get; set; } = "";

    /// <summary>Working days (Monday to Friday) that a request of this kind may wait for marketing's decision before its channel is reminded
    /// of it; 1 to 30.</summary>
    public int RemindAfterDays { get; set; } = 2;

    /// <summary>The fields in the order of the form.</summary>
    public List<FieldOptions> Fields { get; set; } = [];

    /// <summary>How many people must approve it; 1 to 5.</summary>
    public int Approvals { get; set; } = 1;

    /// <summary>aadObjectIds of those who may approve it; empty for anybody of marketing.</summary>
    public List<string> ApprovedBy { get; set; } = [];

    /// <summary>Whether somebody of marketing may approve what they asked for themselves.</summary>
    public bool RequesterMayApprove { get; set; }

    /// <summary>Why the host must not start with how it is approved; none if it may.</summary>
    /// <param name="name">What the settings call it, such as <c>Kinds:0</c>.</param>
    /// <param name="members">aadObjectIds of marketing; empty for whoever is in its channel.</param>
    internal IEnumerable<string> FaultsOfApproval(string name, IReadOnlyCollection<string> members)
    {
        if (Approvals is < 1 or > 5)
        {
            yield return $"{name}:Approvals is {Approvals}: it must be from 1 to 5.";
        }

        foreach (var wrong in ApprovedBy.Where(id => !EntraId.IsId(id)))
        {
            yield return $"{name}:ApprovedBy is wrong: \"{wrong}\" is no object id of Microsoft Entra, a GUID without braces.";
        }

        foreach (var stranger in ApprovedBy.Where(id => members.Count > 0 && !members.Contains(id, StringComparer.OrdinalIgnoreCase)))
        {
            yield return $"{name}:ApprovedBy is wrong: {stranger} is not among Marketing:Members.";
        }

        var possible = ApprovedBy.Count > 0 ? ApprovedBy : members;
        if (possible.Count > 0 && possible.Distinct(StringComparer.OrdinalIgnoreCase).Count() < Approvals)
        {
            yield return $"{name}:Approvals is {Approvals}, and fewer people may approve it: nothing of this kind would ever be approved.";
        }
    }

    internal ApprovalRule Rule() => new(Approvals, ApprovedBy.ToHashSet(StringComparer.OrdinalIgnoreCase), RequesterMayApprove);
}

/// <summary>A field of a kind.</summary>
public sealed class FieldOptions
{
    /// <summary>Its key; <c>customer</c>, <c>deadline</c> and <c>worked</c> have a meaning of their own.</summary>
    public string Id { get; set; } = "";

    /// <summary>What the form shows.</summary>
    public string Label { get; set; } = "";

    /// <summary><c>Text</c>, <c>LongText</c> or <c>Date</c>.</summary>
    public FieldType Type { get; set; } = FieldType.Text;

    /// <summary>Whether the dialog insists on it.</summary>
    public bool Required { get; set; }
}
