using Azure.Core;
using Azure.Core.Pipeline;

namespace BridgeBot.Host.Storage;

/// <summary>Counts how often the client sends an operation: where it did more than once, an earlier try may have been carried out and
/// its answer lost.</summary>
internal sealed class TableTries : HttpPipelineSynchronousPolicy
{
    private const string Name = "BridgeBot.Tries";

    /// <summary>The operation of this scope.</summary>
    public static Operation Begin() => new();

    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.TryGetProperty(Name, out var value) && value is Operation operation) operation.Count();
    }

    /// <summary>One operation, begun on this flow of control.</summary>
    internal sealed class Operation : IDisposable
    {
        private readonly IDisposable _scope;
        private int _tries;

        public Operation() => _scope = HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [Name] = this });

        /// <summary>Whether it was sent again.</summary>
        public bool WasRepeated => Volatile.Read(ref _tries) > 1;

        public void Count() => Interlocked.Increment(ref _tries);

        public void Dispose() => _scope.Dispose();
    }
}
