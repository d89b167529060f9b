using System.ComponentModel.DataAnnotations;

namespace BridgeBot.Host.Playground;

/// <summary>The two local Teams clients that a development host starts; section <c>Playground</c>.</summary>
public sealed class PlaygroundOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Playground";

    /// <summary>False: none are started (<c>serve --no-playground</c>).</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>TCP port of the sales rep's client, on loopback.</summary>
    [Range(1, 65535)]
    public int RepPort { get; set; } = 56150;

    /// <summary>TCP port of the marketer's client, on loopback.</summary>
    [Range(1, 65535)]
    public int MarketerPort { get; set; } = 56151;
}
