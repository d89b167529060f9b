using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace BridgeBot.Tests.Turns;

/// <summary>Reads along whatever a bot logs, at every level, with its scopes and exceptions: neither what somebody typed nor a secret may be in it.
/// Every test with a bot of its own looks at the end.</summary>
[ProviderAlias(Alias)]
internal sealed partial class LogWatch : ILoggerProvider, ISupportExternalScope
{
    public const string Alias = "Watch";

    /// <summary>Shorter words are in any log.</summary>
    private const int Shortest = 12;

    private readonly ConcurrentQueue<string> _lines = [];
    private readonly ConcurrentDictionary<string, bool> _private = [];
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>Remembers something that must not be logged.</summary>
    public string Private(string text)
    {
        _private.TryAdd(text.Trim(), true);
        return text;
    }

    /// <summary>The lines that hold something private, or what looks like a secret.</summary>
    public IReadOnlyList<string> Leaks()
    {
        var words = _private.Keys.Where(text => text.Length >= Shortest).ToList();
        return [.. _lines.Where(line => Secret.IsMatch(line) || words.Exists(text => line.Contains(text, StringComparison.OrdinalIgnoreCase)))];
    }

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    /// <summary>A token, a header with one, a key or signature of a storage account, a client's secret.</summary>
    [GeneratedRegex(@"eyJ[\w-]{8,}\.|\bBearer\s+\S{8,}|\b(AccountKey|SharedAccessSignature|client_secret|sig)=\S|\b(AppPassword|ClientSecret|CertificatePassword)\W+\S{8,}")]
    private static partial Regex Secret { get; }

    private sealed class Writer(LogWatch watch, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => watch._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var scopes = new List<string>();
            watch._scopes.ForEachScope(static (scope, list) => list.Add($"{scope}"), scopes);
            watch._lines.Enqueue($"{logLevel} {category} [{string.Join("] [", scopes)}] {formatter(state, exception)} {exception}");
        }
    }
}
