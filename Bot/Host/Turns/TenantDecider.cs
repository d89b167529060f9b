namespace BridgeBot.Host.Turns;

/// <summary>Decides which channel a tenant's requests go to, and answers what is typed in channels. Pure.</summary>
public static class TenantDecider
{
    /// <summary>Decides.</summary>
    /// <param name="state">The tenant as read.</param>
    /// <param name="inbound">What came in from a group chat or a channel, or from somebody without an aadObjectId.</param>
    /// <param name="context">The instant, the settings.</param>
    public static TenantPlan Decide(TenantState state, FromTeams inbound, TurnContext context)
    {
        var here = inbound.Envelope.Conversation;
        var tenant = state.Head ?? new TenantHead(here.TenantId, null, false, default, 0);
        return inbound switch
        {
            { Envelope.From: null } and (Said or Clicked or TooFast) => Say(tenant, here, Notice.NoPersonId),
            Installed when here.Type is ConversationType.Channel => Install(tenant, here, context),
            Removed when IsRoute(tenant, here) || IsTeamOfRoute(tenant, here) => new(tenant with { Route = null }, []),
            Said said when ChatCommand.IsUseThisChannel(said.Text) => Connect(tenant, said, context),
            Said said when ChatCommand.IsDigestNow(said.Text) => IsRoute(tenant, here)
                ? new(tenant, [new SendDigest(here, context.Now.AddDays(-7), context.Now)])
                : Say(tenant, here, Notice.DigestElsewhere),
            Said said when ChatCommand.IsHelp(said.Text) => Say(tenant, here, Notice.ChannelHelp),
            _ => new(tenant, []),
        };
    }

    /// <summary>
    /// On a development machine the first channel is used. Anywhere else an install connects nothing: it lands in
    /// General, and would show every deal to whoever installed the bot.
    /// </summary>
    private static TenantPlan Install(TenantHead tenant, ConversationReference here, TurnContext context) =>
        context.Settings.IsDevelopment && tenant.Route is null
            ? new(
                tenant with { Route = here with { RootId = null }, RouteIsProvisional = true, RouteSince = context.Now },
                [new SendNotice(here, Notice.FirstChannelUsed), new ReleaseWaiting()])
            : new(tenant, []);

    private static TenantPlan Connect(TenantHead tenant, Said said, TurnContext context)
    {
        var here = said.Envelope.Conversation;
        if (here.Type is not ConversationType.Channel)
        {
            return Say(tenant, here, Notice.OnlyChannels);
        }

        if (!context.Settings.IsDevelopment && !context.Settings.Administrators.Contains(said.Envelope.From!.AadObjectId))
        {
            return Say(tenant, here, Notice.OnlyAdministratorsConnect);
        }

        var route = here with { RootId = null, Name = here.Name ?? (IsRoute(tenant, here) ? tenant.Route!.Name : null) };
        return tenant.Route == route && !tenant.RouteIsProvisional
            ? Say(tenant, here, Notice.AlreadyConnected)
            : new(
                tenant with { Route = route, RouteIsProvisional = false, RouteSince = context.Now },
                [new SendNotice(here, Notice.ChannelConnected), new ReleaseWaiting()]);
    }

    private static bool IsRoute(TenantHead tenant, ConversationReference here) => tenant.Route?.ConversationId == here.ConversationId;

    /// <summary>Removed from a team, the bot hears of it in the team's own conversation, not in each channel
    /// (<see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events"/>).</summary>
    private static bool IsTeamOfRoute(TenantHead tenant, ConversationReference here) => tenant.Route?.TeamId == here.ConversationId;

    private static TenantPlan Say(TenantHead tenant, ConversationReference here, Notice notice) => new(tenant, [new SendNotice(here, notice)]);
}
