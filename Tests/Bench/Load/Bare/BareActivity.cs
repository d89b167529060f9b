using System.Text.Json.Serialization;

namespace BridgeBot.Bench.Load.Bare;

/// <summary>As much of an activity as a reply needs.</summary>
internal sealed record BareActivity(
    string Type, string? Id, string ServiceUrl, BareAccount? From, BareConversation Conversation, BareAccount? Recipient, string? Text);

internal sealed record BareAccount(string Id, string? Name, string? AadObjectId);

internal sealed record BareConversation(string Id, string? ConversationType, string? TenantId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BareActivity))]
internal sealed partial class BareJson : JsonSerializerContext;
