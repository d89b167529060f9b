using BridgeBot.Cards;
using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>What a turn knows of a tenant: which channels requests go to.</summary>
/// <param name="Head">The tenant; null before the first turn.</param>
/// <param name="HeadETag">Replaced by every commit; null before the first.</param>
public sealed record TenantState(TenantHead? Head, string? HeadETag);

/// <summary>One tenant.</summary>
/// <param name="TenantId">Its id.</param>
/// <param name="NextNumber">The number of the next outbox row.</param>
public sealed record TenantHead(string TenantId, long NextNumber)
{
    /// <summary>Marketing's channels, with what comes to each; of those that are for the same there is one.</summary>
    public IReadOnlyList<Route> Routes { get; init => field = value ?? []; } = [];

    /// <summary>Reads heads that were stored when there was one channel for everything.</summary>
    public ConversationReference? Route
    {
        init => Routes = value is null || Routes.Count > 0 ? Routes : [new(value, default)];
    }

    /// <summary>The Microsoft Entra ids of the teams' groups by the teams' ids, as far as Teams has said them: it does when the bot is added
    /// to a team, and mostly not when somebody writes. Null for none.</summary>
    public IReadOnlyDictionary<string, string>? Groups { get; init; }

    /// <summary>By the channels' conversation ids, the id of the <see cref="Remind"/> that is each channel's. Null for none.</summary>
    public IReadOnlyDictionary<string, string>? Reminding { get; init; }

    /// <summary>When the digest comes, for each of the channels.</summary>
    public IReadOnlyList<ChannelDigest> Digests { get; init => field = value ?? []; } = [];

    /// <summary>The channel of what has none of its own; null if none is connected.</summary>
    public Route? Default => Routes.FirstOrDefault(route => route.IsDefault);

    /// <summary>Marketing's channels, each once.</summary>
    public IEnumerable<ConversationReference> Channels => Routes.Select(route => route.Channel).DistinctBy(channel => channel.ConversationId);

    /// <summary>A channel, to link to what is posted in it.</summary>
    public ChannelPlace PlaceOf(ConversationReference channel) => new(
        TenantId, channel.ConversationId, channel.TeamId is { } team ? Groups?.GetValueOrDefault(team) : null);

    /// <summary>Whether a conversation is one of marketing's channels.</summary>
    public bool IsMarketings(ConversationReference here) => IsMarketings(here.ConversationId);

    /// <summary>Whether a conversation with that id is one of marketing's channels.</summary>
    public bool IsMarketings(string conversationId) => Routes.Any(route => route.Channel.ConversationId == conversationId);

    /// <summary>The channels that a request may be posted to, the one that fits best first; none if it has to wait.</summary>
    /// <param name="request">The request.</param>
    /// <param name="refusedSince">The newest <see cref="Route.Since"/> of those that have refused it; null if none has.</param>
    public IReadOnlyList<Route> For(Request request, DateTimeOffset? refusedSince) =>
    [
        .. from route in Routes
           let fit = route.Fit(request)
           where fit is not null && !(route.Since <= refusedSince)
           orderby fit
           select route,
    ];

    /// <summary>The ids of the channels in which every reply below a card is passed on, also without a mention.</summary>
    public IReadOnlyList<string> Relays { get; init => field = value ?? []; } = [];

    /// <summary>Whether every reply below a card is passed on there.</summary>
    public bool RelaysAll(ConversationReference here) => Relays.Contains(here.ConversationId);
}
