namespace BridgeBot.Host.Outbox;

/// <summary>What came of carrying out a row of the outbox.</summary>
internal abstract record DeliveryResult;

/// <summary>Done, or nothing to do any more.</summary>
internal sealed record Done : DeliveryResult;

/// <summary>It failed and is worth another try.</summary>
/// <param name="Code">Why, for operators.</param>
/// <param name="After">How long the connector asks to wait; null if it does not say.</param>
internal sealed record TryLater(string Code, TimeSpan? After) : DeliveryResult;

/// <summary>Its time has not come.</summary>
/// <param name="Until">UTC instant.</param>
internal sealed record NotYet(DateTimeOffset Until) : DeliveryResult;

/// <summary>It rests until marketing has connected a channel.</summary>
internal sealed record NoChannel(string TenantId) : DeliveryResult;

/// <summary>Each channel that the card may go to has refused it for good; it rests until another one is connected.</summary>
/// <param name="TenantId">The tenant whose channels they are.</param>
/// <param name="Since">UTC instant at which the newest of them was connected: what is connected later is another try.</param>
/// <param name="Code">Why, for operators.</param>
internal sealed record ChannelRefused(string TenantId, DateTimeOffset Since, string Code) : DeliveryResult;

/// <summary>It was refused for good.</summary>
/// <param name="Code">Why, for operators.</param>
internal sealed record Refused(string Code) : DeliveryResult;
