using BridgeBot.Core.Intake;

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

    /// <summary>The fields in the order of the form.</summary>
    public List<FieldOptions> Fields { get; set; } = [];
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
