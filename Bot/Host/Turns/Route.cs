using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>
/// A channel, and what comes to it: requests in which a field has some value, those of a kind, or whatever has no channel of its own.
/// </summary>
/// <param name="Channel">The channel.</param>
/// <param name="Since">UTC instant at which it was connected for this; what an earlier channel refused is tried again.</param>
/// <param name="Kind">The id of the kind that comes here; null for any.</param>
/// <param name="Field">The field's value that comes here; null for any.</param>
/// <param name="IsProvisional">True for the first channel of a development machine, used until one is connected by command.</param>
public sealed record Route(
    ConversationReference Channel, DateTimeOffset Since, string? Kind = null, RoutedField? Field = null, bool IsProvisional = false)
{
    /// <summary>Whether it takes what has no channel of its own.</summary>
    public bool IsDefault => Kind is null && Field is null;

    /// <summary>Whether it is for the same as another one.</summary>
    public bool IsForTheSame(Route other) =>
        string.Equals(Kind, other.Kind, StringComparison.OrdinalIgnoreCase) && (Field?.IsSame(other.Field) ?? other.Field is null);

    /// <summary>How well it fits a request, the best first; null if it is for others.</summary>
    public int? Fit(Request request) => this switch
    {
        { Field: { } field } => request.Details.Any(detail => field.IsSame(new(detail.Label, detail.Value))) ? 0 : null,
        { Kind: { } kind } => kind.Equals(request.Kind, StringComparison.OrdinalIgnoreCase) ? 1 : null,
        _ => 2,
    };
}

/// <summary>A value of a field, such as "Region: EMEA".</summary>
/// <param name="Label">The field's label, as the form shows it.</param>
/// <param name="Value">What is filled in there.</param>
public sealed record RoutedField(string Label, string Value)
{
    /// <summary>Whether it is the same, whatever its case.</summary>
    public bool IsSame(RoutedField? other) =>
        Label.Equals(other?.Label, StringComparison.OrdinalIgnoreCase) && Value.Trim().Equals(other.Value.Trim(), StringComparison.OrdinalIgnoreCase);
}
