using Azure.Core;
using Azure.Identity;
using BridgeBot.Host.Identity;

namespace BridgeBot.Host.Channel;

/// <summary>
/// The bot's token for the connector, from Microsoft Entra
/// (<see href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#bot-to-connector"/>).
/// It is as good as the bot's password, so it goes to <see cref="ConnectorHosts"/> only. It is kept, and fetched anew ahead of its end while
/// the old one is still sent; a fetch that failed is tried again, and <see cref="Fault"/> says why.
/// </summary>
public sealed partial class ConnectorCredential
{
    /// <summary>How long before its end a token is fetched anew, unless it says itself.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>A token that ends sooner may be over when it arrives.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromMinutes(1);

    /// <summary>Between a failure and the next try.</summary>
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    private readonly TokenCredential _credential;
    private readonly TokenRequestContext _scope;
    private readonly ConnectorHosts _hosts;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly SemaphoreSlim _fetching = new(1, 1);
    private volatile State _state = new(null, null, default);

    internal ConnectorCredential(TokenCredential credential, BotCloud cloud, ConnectorHosts hosts, TimeProvider clock, ILogger<ConnectorCredential> log) =>
        (_credential, _scope, _hosts, _clock, _log) = (credential, new([cloud.Scope]), hosts, clock, log);

    /// <summary>Why the last fetch failed, in one line; null if it did not.</summary>
    internal string? Fault => _state.Failure is { } failure ? OneLine(failure) : null;

    /// <summary>The credential of the options; null where the bot runs without, with the local client.</summary>
    internal static ConnectorCredential? Of(BotOptions options, BotCloud cloud, TimeProvider clock, ILogger<ConnectorCredential> log) =>
        options.IsAnonymous
            ? null
            : new(Credentials.Of(options.Identity, cloud.Authority), cloud, ConnectorHosts.Of(cloud, options), clock, log);

    /// <summary>What Microsoft Entra or the machine says, without the trace that follows.</summary>
    internal static string OneLine(Exception failure) => failure.Message.Split(['\r', '\n'])[0];

    /// <summary>Whether the token may be sent to an address.</summary>
    internal bool Trusts(Uri address) => _hosts.Trusts(address);

    /// <summary>A valid token.</summary>
    /// <exception cref="AuthenticationFailedException">Microsoft Entra gave none, just now or a moment ago.</exception>
    internal async ValueTask<string> TokenAsync(CancellationToken cancel)
    {
        var state = _state;
        var now = _clock.GetUtcNow();
        if (state.Token is not { } held || held.ExpiresOn - now <= Reserve)
        {
            return await FetchAsync(cancel);
        }

        if (now >= (held.RefreshOn ?? held.ExpiresOn - Ahead) && now - state.FailedAt >= AfterFailure && await _fetching.WaitAsync(TimeSpan.Zero, cancel))
        {
            _ = FetchAheadAsync();
        }

        return held.Token;
    }

    /// <summary>Everybody who sends waits for one fetch.</summary>
    private async Task<string> FetchAsync(CancellationToken cancel)
    {
        await _fetching.WaitAsync(cancel);
        try
        {
            var state = _state;
            var now = _clock.GetUtcNow();
            if (state.Token is { } held && held.ExpiresOn - now > Reserve)
            {
                return held.Token;
            }

            if (state.Failure is { } failure && now - state.FailedAt < AfterFailure)
            {
                throw new AuthenticationFailedException(OneLine(failure), failure);
            }

            return (await AskAsync(cancel)).Token;
        }
        finally
        {
            _fetching.Release();
        }
    }

    private async Task FetchAheadAsync()
    {
        try
        {
            await AskAsync(CancellationToken.None);
        }
        catch (AuthenticationFailedException)
        {
            // It is logged, and the token that is held goes on.
        }
        finally
        {
            _fetching.Release();
        }
    }

    private async Task<AccessToken> AskAsync(CancellationToken cancel)
    {
        try
        {
            var token = await _credential.GetTokenAsync(_scope, cancel);
            _state = new(token, null, default);
            return token;
        }
        catch (AuthenticationFailedException failure)
        {
            LogFailed(_log, OneLine(failure));
            _state = _state with { Failure = failure, FailedAt = _clock.GetUtcNow() };
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Microsoft Entra gives the bot no token, so nothing can be sent; it is tried again: {Cause}")]
    private static partial void LogFailed(ILogger log, string cause);

    private sealed record State(AccessToken? Token, AuthenticationFailedException? Failure, DateTimeOffset FailedAt);
}
