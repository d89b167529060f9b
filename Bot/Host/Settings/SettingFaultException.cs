namespace BridgeBot.Host.Settings;

/// <summary>Settings that keep the host from starting. The message is for whoever runs the bot: a line for each, which names the setting.</summary>
/// <param name="faults">The lines.</param>
public sealed class SettingFaultException(params IEnumerable<string> faults) : Exception(string.Join(Environment.NewLine, faults));
