namespace BridgeBot.Host.Playground;

/// <summary>The local Teams clients cannot run on this machine as it is. The bot runs on without them.</summary>
/// <param name="message">What is missing or went wrong, in one line for the person at the terminal.</param>
internal sealed class PlaygroundException(string message) : Exception(message);
