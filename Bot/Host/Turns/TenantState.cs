namespace BridgeBot.Host.Turns;

/// <summary>What a turn knows of a tenant: which channel requests go to.</summary>
/// <param name="Head">The tenant; null before the first turn.</param>
/// <param name="HeadETag">Replaced by every commit; null before the first.</param>
public sealed record TenantState(TenantHead? Head, string? HeadETag);

/// <summary>One tenant.</summary>
/// <param name="TenantId">Its id.</param>
/// <param name="Route">Marketing's channel; null if none is connected.</param>
/// <param name="RouteIsProvisional">True for the first channel of a development machine, used until one is connected by command.</param>
/// <param name="RouteSince">UTC instant at which the channel was connected; what an earlier one refused is tried again.</param>
/// <param name="NextNumber">The number of the next outbox row.</param>
public sealed record TenantHead(
    string TenantId, ConversationReference? Route, bool RouteIsProvisional, DateTimeOffset RouteSince, long NextNumber);
