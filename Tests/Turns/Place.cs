namespace BridgeBot.Tests.Turns;

/// <summary>Somebody in a tenant.</summary>
internal sealed record Someone(string Name, string AadObjectId)
{
    public static readonly Someone Sam = new("Sam Sales", "00000000-0000-0000-0000-000000000100");

    public static readonly Someone Maria = new("Maria Marketing", "00000000-0000-0000-0000-000000000101");

    public static readonly Someone Max = new("Max Marketing", "00000000-0000-0000-0000-000000000102");

    public static readonly Someone Robin = new("Robin Sales", "00000000-0000-0000-0000-000000000103");

    /// <summary>The chat with the bot.</summary>
    public Place Chat => new($"a:chat-{AadObjectId[^3..]}", "personal");
}

/// <summary>Where something is said.</summary>
internal sealed record Place(string Id, string Type)
{
    public const string Tenant = "11111111-2222-3333-4444-555555555555";

    public static readonly Place Marketing = new("19:marketing@thread.tacv2", "channel");

    public static readonly Place Sales = new("19:sales@thread.tacv2", "channel");

    public static readonly Place Group = new("19:group@thread.v2", "groupChat");

    public string TenantId { get; init; } = Tenant;

    /// <summary>The replies below a post of it.</summary>
    public Place Below(string? post) => this with { Id = $"{Id};messageid={post}" };
}
