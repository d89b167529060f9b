namespace BridgeBot.Host.Manifest;

/// <summary>An app package that cannot be made. The message is for whoever makes it: a line for each fault.</summary>
/// <param name="faults">The lines.</param>
internal sealed class ManifestException(params IEnumerable<string> faults) : Exception(string.Join(Environment.NewLine, faults));
