namespace BridgeBot.Host.Settings;

/// <summary>A setting that keeps the host from starting. The message is one line for whoever runs the bot, and names the setting.</summary>
public sealed class SettingFaultException(string message) : Exception(message);
