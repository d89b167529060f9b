using System.Net;
using System.Net.Sockets;

namespace BridgeBot.Tests.Faults;

/// <summary>A line to a server on this machine that can be cut and mended: whoever uses it finds the server gone, and there again.</summary>
internal sealed class TableLine : IAsyncDisposable
{
    private readonly int _to;
    private readonly List<Task> _carried = [];
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private CancellationTokenSource _cut = new();

    /// <summary>A line that is whole.</summary>
    /// <param name="to">The server's port.</param>
    public TableLine(int to)
    {
        _to = to;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _carried.Add(AcceptAsync(_listener, _cut.Token));
    }

    public int Port { get; }

    /// <summary>Every connection breaks, and nobody answers.</summary>
    public async Task CutAsync()
    {
        await _cut.CancelAsync();
        _listener.Dispose();
        await Task.WhenAll(_carried).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _carried.Clear();
    }

    /// <summary>The server is there again.</summary>
    /// <param name="answers">False: whoever connects gets no answer.</param>
    public void Mend(bool answers = true)
    {
        _cut = new();
        _listener = new(IPAddress.Loopback, Port);
        _listener.Start();
        if (answers) _carried.Add(AcceptAsync(_listener, _cut.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await CutAsync();
        _cut.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener, CancellationToken cut)
    {
        List<Task> connections = [];
        try
        {
            while (true) connections.Add(CarryAsync(await listener.AcceptTcpClientAsync(cut), cut));
        }
        finally
        {
            await Task.WhenAll(connections).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CarryAsync(TcpClient from, CancellationToken cut)
    {
        using var near = from;
        using var far = new TcpClient();
        await far.ConnectAsync(IPAddress.Loopback, _to, cut);
        await Task.WhenAny(
            near.GetStream().CopyToAsync(far.GetStream(), cut), far.GetStream().CopyToAsync(near.GetStream(), cut));
    }
}
