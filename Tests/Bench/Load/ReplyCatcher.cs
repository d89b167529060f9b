using System.Collections.Concurrent;
using System.Globalization;
using BridgeBot.Tests.Channel;
using Microsoft.AspNetCore.Http;

namespace BridgeBot.Bench.Load;

/// <summary>A connector that takes every reply at once, and says when somebody got theirs.</summary>
internal sealed class ReplyCatcher : IAsyncDisposable
{
    /// <summary>Stands for whoever reads a channel, in the place of a person.</summary>
    public const int InChannel = -1;

    private static readonly byte[] Taken = """{"id":"reply"}"""u8.ToArray();

    private readonly ConcurrentDictionary<int, Wait> _waits = new();
    private LoopbackServer? _server;
    private int _count;

    public Uri Address => _server!.Address;

    /// <summary>How many replies have come in all.</summary>
    public int Count => _count;

    public static async Task<ReplyCatcher> StartAsync()
    {
        var catcher = new ReplyCatcher();
        catcher._server = await LoopbackServer.StartAsync(catcher.TakeAsync);
        return catcher;
    }

    /// <summary>Ends when so many more replies have come into somebody's chat.</summary>
    public Task Expect(int person, int replies)
    {
        var wait = new Wait(replies);
        _waits[person] = wait;
        return wait.Done.Task;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        if (PersonIn(http.Request.Path.Value!) is { } person && _waits.TryGetValue(person, out var wait))
        {
            wait.Count();
        }

        Interlocked.Increment(ref _count);
        await http.Request.Body.CopyToAsync(Stream.Null);
        http.Response.StatusCode = 201;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = Taken.Length;
        await http.Response.Body.WriteAsync(Taken);
    }

    private static int? PersonIn(string path)
    {
        const string Mark = "a:chat-";
        if (path.EndsWith("/v3/conversations", StringComparison.Ordinal))
        {
            return InChannel;
        }

        var from = path.IndexOf(Mark, StringComparison.Ordinal);
        var text = from < 0 ? "" : path[(from + Mark.Length)..];
        var end = text.IndexOf('/', StringComparison.Ordinal);
        return end > 0 && int.TryParse(text.AsSpan(0, end), CultureInfo.InvariantCulture, out var person) ? person : null;
    }

    private sealed class Wait(int replies)
    {
        private int _left = replies;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Count()
        {
            if (Interlocked.Decrement(ref _left) == 0) Done.TrySetResult();
        }
    }
}
