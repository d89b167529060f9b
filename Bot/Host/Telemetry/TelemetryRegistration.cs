using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace BridgeBot.Host.Telemetry;

/// <summary>Sends what is measured to a collector.</summary>
internal static class TelemetryRegistration
{
    /// <summary>The bot's own measures, and .NET's of the web server and of what is called. .NET's spans of outgoing calls are left out: their
    /// addresses name conversations.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        services.AddSingleton<Measures>();
        if (options.Collector is not { } collector)
        {
            return services;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("bridgebot", serviceVersion: typeof(Measures).Assembly.GetName().Version?.ToString()))
            .WithTracing(traces => traces
                .AddSource(Measures.Name, "Microsoft.AspNetCore")
                .AddOtlpExporter(exporter => Send(exporter, collector, "v1/traces")))
            .WithMetrics(metrics => metrics
                .AddMeter(Measures.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime")
                .AddOtlpExporter(exporter => Send(exporter, collector, "v1/metrics")));
        return services;
    }

    private static void Send(OtlpExporterOptions exporter, Uri collector, string signal)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri($"{collector.AbsoluteUri.TrimEnd('/')}/{signal}");
    }
}
