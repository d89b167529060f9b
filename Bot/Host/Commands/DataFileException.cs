namespace BridgeBot.Host.Commands;

/// <summary>A data file that cannot be read, written or taken over. The message is one line for whoever typed the command.</summary>
internal sealed class DataFileException(string message, Exception? inner = null) : Exception(message, inner);
