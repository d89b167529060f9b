namespace BridgeBot.Host.Telemetry;

/// <summary>Where traces and metrics go; section <c>Telemetry</c> of the settings.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Telemetry";

    /// <summary>The collector's address for OTLP over HTTP, such as <c>http://collector:4318</c>
    /// (<see href="https://opentelemetry.io/docs/specs/otlp/#otlphttp"/>); empty for none, and then nothing is measured.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The endpoint; null for none.</summary>
    internal Uri? Collector => Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <summary>Why the host must not start with these options; none if it may.</summary>
    internal IEnumerable<string> FaultsAtStart() => Endpoint.Length > 0 && Collector is null
        ? [$"Telemetry:Endpoint is \"{Endpoint}\": it must be an OpenTelemetry collector's address for OTLP over HTTP, such as http://localhost:4318."]
        : [];
}
