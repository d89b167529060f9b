using BridgeBot.Core.Lists;
using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>Decides which channels a tenant's requests go to, and answers what is typed in channels. Pure.</summary>
public static class TenantDecider
{
    /// <summary>Decides.</summary>
    /// <param name="state">The tenant as read.</param>
    /// <param name="inbound">What came in from a group chat or a channel, or from somebody without an aadObjectId.</param>
    /// <param name="context">The instant, the settings.</param>
    public static TenantPlan Decide(TenantState state, FromTeams inbound, TurnContext context) =>
        DigestDecider.Follow(
            state.Head,
            ReminderDecider.Follow(state.Head, WithoutRelays(state.Head, DecideChannels(state, inbound, context)), inbound.Envelope, context),
            inbound.Envelope,
            context);

    /// <summary>A relay ends with its channel's connection: connected anew, the channel begins without one.</summary>
    private static TenantPlan WithoutRelays(TenantHead? before, TenantPlan plan)
    {
        List<string> kept = [.. plan.After.Relays.Where(id => plan.After.IsMarketings(id) && before?.IsMarketings(id) is true)];
        return kept.Count == plan.After.Relays.Count ? plan : plan with { After = plan.After with { Relays = kept } };
    }

    private static TenantPlan DecideChannels(TenantState state, FromTeams inbound, TurnContext context)
    {
        var here = inbound.Envelope.Conversation;
        var tenant = Acquainted(state.Head ?? new TenantHead(here.TenantId, 0), inbound.Envelope);
        return inbound switch
        {
            { Envelope.From: null } and (Said or Clicked or TooFast) => Say(tenant, here, Notice.NoPersonId),
            HandOverAsked asked => new(tenant, HandOverTurn.Decide(asked, context)),
            Installed when here.Type is ConversationType.Channel => Install(tenant, here, context),
            Removed => Without(tenant, route => route.Channel.ConversationId == here.ConversationId || IsOfTeam(route, here)),
            Said said when ChatCommand.ReadRelay(said.Text) is { } isOn => Relay(tenant, said, isOn, context),
            Said said when ChatCommand.ReadInChannel(said.Text) is not null =>
                new(tenant, [new SendRejection(here, new NoSuchThread(), said.Envelope.TimeZone)]),
            Said said when DigestCommand.Read(said.Text) is { } digest => DigestDecider.Decide(tenant, digest, said, context),
            Said said when ChatCommand.ReadList(said.Text) is { } list => List(tenant, said, list),
            Clicked click when Cards.ListButton.Read(click.Data) is { } list => List(tenant, click, list),
            Clicked => Say(tenant, here, Notice.NotFromThisCard),
            Said said when ChatCommand.IsHelp(said.Text) => Say(tenant, here, Notice.ChannelHelp),
            Said said when ChatCommand.IsAboutChannels(said.Text) => IsAdministrator(said, context)
                ? Channels(tenant, said, context)
                : Say(tenant, here, Notice.OnlyAdministratorsConnect),
            Said { IsReply: true } when tenant.IsMarketings(here) => Say(tenant, here, Notice.NotBelowACard),
            _ => new(tenant, []),
        };
    }

    private static TenantPlan Relay(TenantHead tenant, Said said, bool isOn, TurnContext context)
    {
        var here = said.Envelope.Conversation;
        if (!tenant.IsMarketings(here))
        {
            return Say(tenant, here, Notice.RelayElsewhere);
        }

        if (!context.Settings.Membership.Allows(Deed.SwitchRelay, said.Envelope.From!))
        {
            return Say(tenant, here, Notice.OnlyAdministratorsRelay);
        }

        var after = isOn == tenant.RelaysAll(here) ? tenant
            : tenant with { Relays = isOn ? [.. tenant.Relays, here.ConversationId] : [.. tenant.Relays.Where(id => id != here.ConversationId)] };
        return Say(after, here, isOn ? Notice.RelayOn : Notice.RelayOff);
    }

    /// <summary>
    /// On a development machine the first channel is used. Anywhere else an install connects nothing: it lands in
    /// General, and would show every deal to whoever installed the bot.
    /// </summary>
    private static TenantPlan Install(TenantHead tenant, ConversationReference here, TurnContext context) =>
        context.Settings.IsDevelopment && tenant.Default is null
            ? new(
                tenant with { Routes = [.. tenant.Routes, new Route(here with { RootId = null }, Next(tenant, context), IsProvisional: true)] },
                [new SendNotice(here, Notice.FirstChannelUsed), new ReleaseWaiting()])
            : new(tenant, []);

    private static TenantPlan Channels(TenantHead tenant, Said said, TurnContext context)
    {
        var here = said.Envelope.Conversation;
        return (ChatCommand.ReadUseThisChannel(said.Text), here.Type) switch
        {
            (not null, not ConversationType.Channel) => Say(tenant, here, Notice.OnlyChannels),
            ({ } what, _) => Connect(tenant, here, what, context),
            _ when ChatCommand.IsChannels(said.Text) => new(tenant, [new SendChannels(here)]),
            _ when ChatCommand.ReadMove(said.Text) is not null => here.Type is ConversationType.Channel
                ? new(tenant, [new SendRejection(here, new NoSuchThread(), said.Envelope.TimeZone)])
                : Say(tenant, here, Notice.OnlyChannels),
            _ => Stop(tenant, here),
        };
    }

    /// <summary>Connects the channel. Requests that are posted already stay where their cards are.</summary>
    private static TenantPlan Connect(TenantHead tenant, ConversationReference here, string what, TurnContext context)
    {
        var known = tenant.Routes.FirstOrDefault(route => route.Channel.ConversationId == here.ConversationId)?.Channel;
        var channel = here with { RootId = null, Name = here.Name ?? known?.Name };
        if (!RouteReader.TryRead(what, channel, Next(tenant, context), context.Settings.Kinds, out var wanted, out var unknown))
        {
            return new(tenant, [new SendNotice(here, Notice.NoSuchKind, unknown)]);
        }

        // Connected once more, it gets once more what it has refused: whoever does it has mended something.
        var isKnown = wanted.All(one => tenant.Routes.Any(route => route.IsForTheSame(one) && route.Channel == channel && !route.IsProvisional));
        var others = tenant.Routes.Where(route => !wanted.Any(route.IsForTheSame))
            .Select(route => route.Channel.ConversationId == here.ConversationId ? route with { Channel = channel } : route);
        return new(
            tenant with { Routes = [.. others, .. wanted] },
            [
                isKnown
                    ? new SendNotice(here, Notice.AlreadyConnected)
                    : what.Length > 0
                    ? new SendNotice(here, Notice.ChannelConnectedFor, RouteReader.Describe(wanted, context.Settings.Kinds))
                    : new SendNotice(here, tenant.Routes.All(route => route.IsDefault) ? Notice.ChannelConnected : Notice.ChannelConnectedForTheRest),
                new ReleaseWaiting(),
            ]);
    }

    private static TenantPlan Stop(TenantHead tenant, ConversationReference here)
    {
        var without = Without(tenant, route => route.Channel.ConversationId == here.ConversationId);
        return (without.After.Routes.Count == tenant.Routes.Count, without.After.Default) switch
        {
            (true, _) => Say(tenant, here, Notice.NotConnected),
            (_, null) => Say(without.After, here, Notice.LastChannelStopped),
            _ => Say(without.After, here, Notice.ChannelStopped),
        };
    }

    private static TenantPlan Without(TenantHead tenant, Predicate<Route> goes) =>
        new(tenant.Routes.Any(route => goes(route)) ? tenant with { Routes = [.. tenant.Routes.Where(route => !goes(route))] } : tenant, []);

    /// <summary>Removed from a team, the bot hears of it in the team's own conversation, not in each channel
    /// (<see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events"/>).</summary>
    private static bool IsOfTeam(Route route, ConversationReference here) => route.Channel.TeamId == here.ConversationId;

    private static bool IsAdministrator(Said said, TurnContext context) =>
        context.Settings.Membership.Allows(Deed.ConnectChannel, said.Envelope.From!);

    /// <summary>The instant of a new route. Later than that of any other, so that none passes for one that has refused something before.</summary>
    private static DateTimeOffset Next(TenantHead tenant, TurnContext context) =>
        tenant.Routes.Select(route => route.Since.AddTicks(1)).Append(context.Now).Max();

    /// <summary>Remembers the group of a team.</summary>
    private static TenantHead Acquainted(TenantHead tenant, Envelope envelope) =>
        envelope is { Conversation.TeamId: { } team, GroupId: { } group } && tenant.Groups?.GetValueOrDefault(team) != group
            ? tenant with { Groups = new Dictionary<string, string>(tenant.Groups ?? new Dictionary<string, string>()) { [team] = group } }
            : tenant;

    private static TenantPlan List(TenantHead tenant, FromTeams asked, ListRequest list) => asked.Envelope switch
    {
        { From: { } who, Conversation: var here } when tenant.IsMarketings(here) =>
            new(tenant, [new SendList(here, list, who, asked.Envelope.TimeZone)]),
        var envelope => Say(tenant, envelope.Conversation, Notice.ListElsewhere),
    };

    private static TenantPlan Say(TenantHead tenant, ConversationReference here, Notice notice) => new(tenant, [new SendNotice(here, notice)]);
}
