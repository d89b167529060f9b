using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace BridgeBot.Host.Channel;

/// <summary>JSON text -> <see cref="Activity"/>, or one line on why not. Whatever the bytes are, nothing is thrown.</summary>
internal static class ActivityParser
{
    /// <summary>Parses the body of a request.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="activity">The activity: its type, its conversation's id and its service's address are there.</param>
    /// <param name="fault">One line for the caller; it quotes nothing that was sent.</param>
    public static bool TryParse(
        ReadOnlySpan<byte> json, [NotNullWhen(true)] out Activity? activity, [NotNullWhen(false)] out string? fault)
    {
        activity = null;
        fault = JsonText.FaultOf(json);
        if (fault is not null)
        {
            return false;
        }

        try
        {
            activity = JsonSerializer.Deserialize(json, ActivityJson.Default.Activity);
            fault = FaultOf(activity);
        }
        catch (JsonException error)
        {
            fault = $"the body is not an activity: wrong JSON at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}";
        }

        activity = fault is null ? activity : null;
        return fault is null;
    }

    private static string? FaultOf(Activity? activity) => activity switch
    {
        null => "the body is not an activity",
        { Type: null or "" } => "type is missing",
        { Conversation.Id: null or "" } or { Conversation: null } => "conversation.id is missing",
        { ServiceUrl: null or "" } => "serviceUrl is missing",
        _ when !Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") =>
            "serviceUrl is not an http address",
        _ => null,
    };
}
