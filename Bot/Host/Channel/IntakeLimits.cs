using System.Threading.RateLimiting;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Channel;

/// <summary>
/// How much of one person, and of one tenant, is taken in. What is over it is no turn, but it is answered: Teams repeats what is answered by an
/// error at most once or twice, shows nobody that it was lost, and says of which errors nowhere
/// (<see href="https://github.com/MicrosoftDocs/msteams-docs/issues/8998"/>, <see href="https://github.com/MicrosoftDocs/msteams-docs/issues/1571"/>),
/// so a 429 would be a lost message. Who is not heard for half a minute is forgotten by the limiters, so memory follows those who write.
/// </summary>
internal sealed class IntakeLimits : IDisposable
{
    /// <summary>One sentence for a burst is enough, and costs a commit and a send.</summary>
    private static readonly TimeSpan BetweenSentences = TimeSpan.FromSeconds(10);

    private readonly PartitionedRateLimiter<Envelope> _people;
    private readonly PartitionedRateLimiter<Envelope> _searchers;
    private readonly PartitionedRateLimiter<Envelope> _tenants;
    private readonly PartitionedRateLimiter<Envelope> _sentences = PartitionedRateLimiter.Create<Envelope, string>(
        envelope => RateLimitPartition.GetFixedWindowLimiter(
            PersonOf(envelope), static _ => new() { PermitLimit = 1, Window = BetweenSentences }));

    /// <summary>Limits that nothing has counted against yet.</summary>
    public IntakeLimits(LimitOptions options)
    {
        _people = ByMinute(options.PersonPerMinute, PersonOf);
        _searchers = ByMinute(options.PersonPerMinute, PersonOf);
        _tenants = ByMinute(options.TenantPerMinute, envelope => envelope.Conversation.TenantId);
    }

    /// <summary>What is to be decided: what came in, or that it was too much. What nobody wrote or pressed is not limited.</summary>
    public Inbound Pass(Inbound inbound)
    {
        // Teams searches while somebody types: that must not use up what they may say.
        var person = inbound switch
        {
            Said { IsForBot: true } or Clicked or AskOpened or AskSent => _people,
            Searched => _searchers,
            _ => null,
        };
        return person is not null && inbound is FromTeams { Envelope: var envelope } typed && !(Takes(person, envelope) && Takes(_tenants, envelope))
            ? TooMuch(typed)
            : inbound;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _people.Dispose();
        _searchers.Dispose();
        _tenants.Dispose();
        _sentences.Dispose();
    }

    /// <summary>The answer to an Action.Execute costs nothing; a message does.</summary>
    private Inbound TooMuch(FromTeams inbound) => IsAnswered(inbound) || Takes(_sentences, inbound.Envelope)
        ? new TooFast(inbound.Envelope, IsAnswered(inbound))
        : new Ignored("what came right after a message that was too much");

    private static bool IsAnswered(FromTeams inbound) => inbound is Clicked { ShowsAnswer: true } or AskOpened or AskSent or Searched;

    private static bool Takes(PartitionedRateLimiter<Envelope> limiter, Envelope envelope)
    {
        using var lease = limiter.AttemptAcquire(envelope);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<Envelope> ByMinute(int limit, Func<Envelope, string> key) =>
        PartitionedRateLimiter.Create<Envelope, string>(envelope => RateLimitPartition.GetTokenBucketLimiter(
            key(envelope), _ => new() { TokenLimit = limit, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromMinutes(1) / limit }));

    /// <summary>People whom Teams does not name share what their tenant's unnamed may send.</summary>
    private static string PersonOf(Envelope envelope) => $"{envelope.Conversation.TenantId}|{envelope.From?.AadObjectId}";
}
