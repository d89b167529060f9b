namespace BridgeBot.Tests.Faults;

/// <summary>Something that the connector accepted twice.</summary>
/// <param name="First">The earlier one.</param>
/// <param name="Second">The later one.</param>
/// <param name="Kill">The kill that came before the earlier one was recorded by its sender; null if none did.</param>
internal sealed record Duplicate(Arrival First, Arrival Second, Kill? Kill)
{
    /// <summary>Whether it is one of those that cannot be helped.</summary>
    public bool IsExplained => First.AnswerWasLost || Kill is not null;

    /// <summary>From the send to the kill; null if it has another cause.</summary>
    public TimeSpan? Window => First.AnswerWasLost ? null : Kill?.After(First.Sent.At);

    public override string ToString() => $"{First.Sent.At:HH:mm:ss.fff} and {Second.Sent.At:HH:mm:ss.fff} ({Cause}): {Second.Sent}";

    private string Cause => (First.AnswerWasLost, Window) switch
    {
        (true, _) => "the answer was lost",
        (_, { } window) => $"killed {window.TotalMilliseconds:F0} ms later",
        _ => "without a cause",
    };
}
