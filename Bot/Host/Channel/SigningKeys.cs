using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace BridgeBot.Host.Channel;

/// <summary>
/// The keys that the connector signs with, as its OpenID metadata publishes them
/// (<see href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#openid-metadata-document"/>).
/// Fetched anew daily, and, at most once an hour, when a key's id is unknown: the token that brings it waits for that. A fetch that failed
/// is tried again with the next token, ten seconds later at the earliest; until one succeeds, the keys that were known before count.
/// </summary>
internal sealed partial class SigningKeys(Uri metadata, TimeProvider clock, ILogger<SigningKeys> log)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);
    private static readonly TimeSpan BetweenUnknown = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    /// <summary>For both documents: Teams waits 15 s for an answer.</summary>
    private static readonly TimeSpan FetchTime = TimeSpan.FromSeconds(5);

    /// <summary>The documents have some ten kilobytes.</summary>
    private static readonly HttpClient Http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    private readonly HttpDocumentRetriever _documents = new(Http) { RequireHttps = !metadata.IsLoopback };
    private readonly SemaphoreSlim _fetching = new(1, 1);
    private volatile State _state = new([], default, default, default);

    /// <summary>The keys to validate a token with; none where they were never to be had.</summary>
    /// <param name="keyId">The id of the key that the token says it is signed by; null if it says none.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<IReadOnlyList<JsonWebKey>> ForAsync(string? keyId, CancellationToken cancel)
    {
        var state = _state;
        if (!IsDue(state, keyId))
        {
            return state.Keys;
        }

        // Who has its key need not wait for somebody else's fetch.
        if (!await _fetching.WaitAsync(state.Knows(keyId) ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, cancel))
        {
            return state.Keys;
        }

        try
        {
            if (IsDue(_state, keyId))
            {
                _state = await FetchAsync(_state, keyId);
            }

            return _state.Keys;
        }
        finally
        {
            _fetching.Release();
        }
    }

    private bool IsDue(State state, string? keyId)
    {
        var now = clock.GetUtcNow();
        return now - state.FailedAt >= AfterFailure
            && (now - state.FetchedAt >= Lifetime || (!state.Knows(keyId) && now - state.MissedAt >= BetweenUnknown));
    }

    private async Task<State> FetchAsync(State state, string? keyId)
    {
        using var patience = new CancellationTokenSource(FetchTime);
        try
        {
            var document = await OpenIdConnectConfigurationRetriever.GetAsync(metadata.AbsoluteUri, _documents, patience.Token);
            var now = clock.GetUtcNow();
            var keys = document.JsonWebKeySet?.Keys.Where(key => key.Kty == JsonWebAlgorithmsKeyTypes.RSA).ToList() ?? [];
            return keys.Count == 0
                ? throw new InvalidOperationException("it has no keys")
                : new(keys, now, state.Keys.Count > 0 && !state.Knows(keyId) ? now : state.MissedAt, default);
        }
        catch (Exception fault)
        {
            // Whatever the document is and the library makes of it: the keys that are known stay.
            LogFailed(metadata, fault.GetType().Name, fault.GetBaseException().Message.ReplaceLineEndings(" "));
            return state with { FailedAt = clock.GetUtcNow() };
        }
    }

    [LoggerMessage(LogLevel.Warning, "The connector's keys could not be read from {Metadata} and are tried again: {Type}: {Cause}")]
    private partial void LogFailed(Uri metadata, string type, string cause);

    /// <summary>What is known.</summary>
    /// <param name="Keys">The keys; none before the first fetch that succeeded.</param>
    /// <param name="FetchedAt">UTC instant of that fetch.</param>
    /// <param name="MissedAt">UTC instant of the last fetch for an unknown key.</param>
    /// <param name="FailedAt">UTC instant of the last fetch that failed, if none succeeded since.</param>
    private sealed record State(IReadOnlyList<JsonWebKey> Keys, DateTimeOffset FetchedAt, DateTimeOffset MissedAt, DateTimeOffset FailedAt)
    {
        public bool Knows(string? keyId) => keyId is null ? Keys.Count > 0 : Keys.Any(key => key.Kid == keyId);
    }
}
