namespace BridgeBot.Host.Turns;

/// <summary>What somebody wrote, with what is there already, is more than can be kept. To send it again would not help.</summary>
public sealed class TooLongException(Exception inner) : Exception("it is more than can be kept", inner);
