namespace BridgeBot.Host.Playground;

/// <summary>The two local Teams clients that a development host starts; section <c>Playground</c>.</summary>
public sealed class PlaygroundOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Playground";

    /// <summary>False: none are started (<c>serve --no-playground</c>).</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>TCP port of the sales rep's client, on loopback.</summary>
    public int RepPort { get; set; } = 56150;

    /// <summary>TCP port of the marketer's client, on loopback.</summary>
    public int MarketerPort { get; set; } = 56151;

    /// <summary>Why the host must not start with these options; none if it may. One line each, for the console.</summary>
    public IEnumerable<string> FaultsAtStart() =>
        from port in new[] { (Name: nameof(RepPort), Value: RepPort), (Name: nameof(MarketerPort), Value: MarketerPort) }
        where port.Value is < 1 or > 65_535
        select $"{Section}:{port.Name} is {port.Value}: it must be a TCP port, from 1 to 65535.";
}
