using System.Net;
using System.Net.Sockets;

namespace BridgeBot.Tests.EndToEnd;

/// <summary>TCP ports on loopback.</summary>
internal static class Ports
{
    /// <summary>Free ports, all different.</summary>
    public static int[] Free(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        Array.ForEach(listeners, listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        Array.ForEach(listeners, listener => listener.Dispose());
        return ports;
    }

    /// <summary>Whether nobody listens on a port.</summary>
    public static bool IsClosed(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
