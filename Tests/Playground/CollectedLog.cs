using Microsoft.Extensions.Logging;

namespace BridgeBot.Tests.Playground;

/// <summary>The lines that a host logs, as an operator would read them, to wait for.</summary>
internal sealed class CollectedLog : ILoggerProvider, ILogger
{
    private readonly Lock gate = new();
    private readonly List<string> lines = [];
    private readonly List<(string Part, TaskCompletionSource<string> Seen)> waiting = [];

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (gate)
            {
                return [.. lines];
            }
        }
    }

    /// <summary>Waits for a line, at most a minute.</summary>
    public Task<string> LineWithAsync(string part)
    {
        lock (gate)
        {
            if (lines.Find(line => line.Contains(part, StringComparison.Ordinal)) is { } line)
            {
                return Task.FromResult(line);
            }

            var seen = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((part, seen));
            return seen.Task.WaitAsync(TimeSpan.FromMinutes(1));
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        var line = formatter(state, exception);
        lock (gate)
        {
            lines.Add(line);
            waiting.Where(wait => line.Contains(wait.Part, StringComparison.Ordinal)).ToList().ForEach(wait => wait.Seen.TrySetResult(line));
        }
    }

    public void Dispose()
    {
        // Nothing is held.
    }
}
