using Azure.Core;
using Azure.Core.Pipeline;

namespace BridgeBot.Tests.Storage;

/// <summary>Sees every request to the service on its way, second tries included.</summary>
internal sealed class RequestLog : HttpPipelinePolicy
{
    private readonly Lock _lock = new();
    private readonly List<SeenRequest> _requests = [];
    private int _longestChain;

    /// <summary>The requests so far, as they were answered.</summary>
    public IReadOnlyList<SeenRequest> Requests
    {
        get
        {
            lock (_lock) return [.. _requests];
        }
    }

    /// <summary>Forgets them.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _longestChain = 0;
            _requests.Clear();
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        // A request that starts after another was answered may have waited for it: it is the next of a chain.
        int chain;
        lock (_lock) chain = _longestChain + 1;
        await ProcessNextAsync(message, pipeline);
        var bytes = message.Request.Content is { } content && content.TryComputeLength(out var length) ? length : 0;
        lock (_lock)
        {
            _longestChain = Math.Max(_longestChain, chain);
            _requests.Add(new(message.Request.Method, message.Request.Uri.Path, bytes, chain));
        }
    }
}

/// <summary>A request that was answered.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">Of its address.</param>
/// <param name="Bytes">Of its body.</param>
/// <param name="Chain">1 if it waited for no other, 2 if it started after one was answered, and so on.</param>
internal sealed record SeenRequest(RequestMethod Method, string Path, long Bytes, int Chain);
