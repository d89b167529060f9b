using System.Globalization;
using System.Text.RegularExpressions;
using Azure.Identity;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Health;

/// <summary>
/// Whether the bot can do its work, and why not. Looked at anew every five seconds at most, whoever asks how often. Only a store that cannot be
/// used makes the bot unready: where tokens are missing or sends are late, it still takes in and keeps what people say, and a host that is taken
/// out of service for it would lose just that.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="credential">The bot's token; null where it needs none.</param>
/// <param name="clock">For what is due.</param>
internal sealed partial class Readiness(IStore store, ConnectorCredential? credential, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>For all of it; whoever probes waits a few seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The sweeper looks every two seconds, and leases for two minutes.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _looking = new(1, 1);
    private IReadOnlyList<ReadyPart> _last = [];
    private DateTimeOffset _lookedAt;

    /// <summary>How each part is.</summary>
    public async Task<IReadOnlyList<ReadyPart>> LookAsync(CancellationToken cancel)
    {
        await _looking.WaitAsync(cancel);
        try
        {
            var now = clock.GetUtcNow();
            if (_last.Count == 0 || now - _lookedAt >= Fresh)
            {
                using var patience = new CancellationTokenSource(Patience);
                _last = await Task.WhenAll(StoreAsync(patience.Token), TokenAsync(patience.Token), BacklogAsync(now, patience.Token));
                _lookedAt = now;
            }

            return _last;
        }
        finally
        {
            _looking.Release();
        }
    }

    private async Task<ReadyPart> StoreAsync(CancellationToken cancel)
    {
        try
        {
            await store.ReadAsync(Keys.DueHome(0), Keys.Head, cancel);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or OperationCanceledException)
        {
            return new("store", ReadyState.Unready, "it cannot be read; the log says why");
        }

        try
        {
            // There is no such row: whoever may not write is refused, and whoever may leaves nothing behind.
            await store.CommitAsync(Keys.DueHome(0), [new Delete(Keys.Head)], cancel);
            return new("store", ReadyState.Ready, "it can be read and written");
        }
        catch (Exception fault) when (fault is StoreUnavailableException or OperationCanceledException)
        {
            return new("store", ReadyState.Unready, "it can be read, but not written; the log says why");
        }
    }

    private async Task<ReadyPart> TokenAsync(CancellationToken cancel)
    {
        if (credential is null)
        {
            return new("token", ReadyState.Ready, "none is needed: the bot runs without a registration");
        }

        try
        {
            await credential.TokenAsync(cancel);
            return credential.Fault is { } failed
                ? new("token", ReadyState.Degraded, $"the next one cannot be had yet{Code(failed)}; the log says why")
                : new("token", ReadyState.Ready, "there is one");
        }
        catch (AuthenticationFailedException fault)
        {
            return new("token", ReadyState.Degraded, $"there is none, so nothing can be sent{Code(fault.Message)}; the log says why");
        }
        catch (OperationCanceledException)
        {
            return new("token", ReadyState.Degraded, "there is none yet: Microsoft Entra does not answer");
        }
    }

    /// <summary>Microsoft Entra's number of the fault: the rest of what it says names the app and its tenant, and anybody may read this.</summary>
    private static string Code(string fault) => EntraCode.Match(fault) is { Success: true } code ? $" ({code.Value})" : "";

    [GeneratedRegex("AADSTS[0-9]+")]
    private static partial Regex EntraCode { get; }

    private async Task<ReadyPart> BacklogAsync(DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            var late = 0;
            for (var i = 0; i < Keys.DuePartitions; i++)
            {
                late += (await store.RangeAsync(Keys.DueHome(i), "", Keys.DueAt(now - Late), 100, cancel)).Count;
            }

            return late == 0
                ? new("backlog", ReadyState.Ready, "nothing is late")
                : new("backlog", ReadyState.Degraded, string.Create(
                    CultureInfo.InvariantCulture, $"at least {late} deliveries have been due for more than {Late.TotalMinutes} minutes"));
        }
        catch (Exception fault) when (fault is StoreUnavailableException or OperationCanceledException)
        {
            return new("backlog", ReadyState.Degraded, "it is not known: the store cannot be read");
        }
    }
}
