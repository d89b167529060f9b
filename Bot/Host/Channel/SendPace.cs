using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Channel;

/// <summary>
/// Keeps what this host sends within Teams' limits, so that it need not be throttled. It knows its own sends only: several hosts
/// together may send more, and then a 429 says so and holds the conversation here as well.
/// </summary>
/// <remarks>
/// By hand, since the limiters of System.Threading.RateLimiting read the system's stopwatch even where they are replenished by hand
/// (<see href="https://github.com/dotnet/runtime/issues/106447"/>), slide by segments rather than exactly, and do not say when there
/// will be room, which a row of the outbox has to know to rest until then.
/// </remarks>
internal sealed class SendPace(TimeProvider clock)
{
    /// <summary>How often quiet conversations are looked for; far rarer than sends, far more often than memory would notice.</summary>
    private static readonly TimeSpan TidyEvery = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, SendLog> _conversations = [];
    private readonly Dictionary<string, SendLog> _tenants = [];
    private DateTimeOffset _tidyAt = DateTimeOffset.MinValue;

    /// <summary>How many conversations and tenants are remembered.</summary>
    public int Remembered
    {
        get
        {
            lock (_lock) return _conversations.Count + _tenants.Count;
        }
    }

    /// <summary>Takes a turn.</summary>
    /// <returns>Null: send now, it is counted. Otherwise the UTC instant at which to ask again; nothing is counted.</returns>
    public DateTimeOffset? Take(ConversationReference to)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            Tidy(now);
            var conversation = LogOf(_conversations, to.ConversationId, SendLimit.OfConversation);
            if (conversation.Next(now) is var free && free > now)
            {
                conversation.Wait(free);
                return free;
            }

            var tenant = LogOf(_tenants, to.TenantId, SendLimit.OfTenant);
            if (tenant.Next(now) is var freeInTenant && freeInTenant > now)
            {
                tenant.Wait(freeInTenant);
                return freeInTenant;
            }

            conversation.Add(now);
            tenant.Add(now);
            return null;
        }
    }

    /// <summary>Teams throttles this conversation: whatever else is on its way there waits as well.</summary>
    /// <param name="to">The conversation.</param>
    /// <param name="wait">How long.</param>
    public void Hold(ConversationReference to, TimeSpan wait)
    {
        lock (_lock) LogOf(_conversations, to.ConversationId, SendLimit.OfConversation).Hold(clock.GetUtcNow() + wait);
    }

    private static SendLog LogOf(Dictionary<string, SendLog> logs, string id, IReadOnlyList<SendLimit> limits) =>
        logs.TryGetValue(id, out var log) ? log : logs[id] = new SendLog(limits);

    private void Tidy(DateTimeOffset now)
    {
        if (now < _tidyAt)
        {
            return;
        }

        _tidyAt = now + TidyEvery;
        foreach (var logs in (Dictionary<string, SendLog>[])[_conversations, _tenants])
        {
            foreach (var id in logs.Where(log => log.Value.IsQuiet(now)).Select(log => log.Key).ToList())
            {
                logs.Remove(id);
            }
        }
    }
}
