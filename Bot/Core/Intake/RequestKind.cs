using BridgeBot.Core.Threads;

namespace BridgeBot.Core.Intake;

/// <summary>A kind of ask and what the dialog wants to know about it. Kinds are configuration (<c>Kinds</c>).</summary>
/// <param name="Id">What the framing engine calls it: <c>presentation</c>, <c>collateral</c>...</param>
/// <param name="Label">What people see: "Presentation".</param>
/// <param name="Fields">The fields in the order of the form.</param>
public sealed record RequestKind(string Id, string Label, IReadOnlyList<KindField> Fields)
{
    /// <summary>What it takes to approve it.</summary>
    public ApprovalRule Approvals { get; init; } = ApprovalRule.Usual;

    /// <summary>Working days that a request of this kind may wait for marketing's decision before marketing is reminded of it.</summary>
    public int RemindAfterDays { get; init; } = 2;
}

/// <summary>One field of a kind.</summary>
/// <param name="Id">Its key; <c>customer</c>, <c>deadline</c> and <c>worked</c> have a meaning of their own.</param>
/// <param name="Label">What the form shows.</param>
/// <param name="Type">How it is filled in.</param>
/// <param name="Required">Whether the dialog insists on it.</param>
public sealed record KindField(string Id, string Label, FieldType Type, bool Required)
{
    /// <summary>The id under which the form sends the kind itself, if the rep corrects it; no field may be called so.</summary>
    public const string Kind = "kind";

    /// <summary>The customer's name; the framing speaks of the customer's need.</summary>
    public const string Customer = "customer";

    /// <summary>The day by which it is needed.</summary>
    public const string Deadline = "deadline";

    /// <summary>What has worked well lately: the only source of an appreciation.</summary>
    public const string Worked = "worked";
}

/// <summary>How a field is filled in.</summary>
public enum FieldType
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,

    /// <summary>A day.</summary>
    Date,
}
