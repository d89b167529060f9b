namespace BridgeBot.Host.Turns;

/// <summary>Sees to it that each of marketing's channels has one row of the outbox that reminds it. Pure.</summary>
public static class ReminderDecider
{
    /// <summary>Adds what follows from a change of the channels.</summary>
    /// <param name="before">The tenant before; null before the first turn.</param>
    /// <param name="plan">What was decided.</param>
    /// <param name="envelope">Of what came in: its time zone becomes that of a new channel.</param>
    /// <param name="context">A fresh id.</param>
    public static TenantPlan Follow(TenantHead? before, TenantPlan plan, Envelope envelope, TurnContext context)
    {
        var tenant = plan.After;
        if (ReferenceEquals(tenant.Routes, before?.Routes))
        {
            return plan;
        }

        var known = tenant.Reminding ?? new Dictionary<string, string>();
        var channels = tenant.Channels.ToList();
        List<ConversationReference> begins = [.. channels.Where(channel => !known.ContainsKey(channel.ConversationId))];
        return new(
            tenant with
            {
                // One that was removed and comes back has another row.
                Reminding = channels.ToDictionary(
                    channel => channel.ConversationId, channel => known.GetValueOrDefault(channel.ConversationId, context.NewId)),
            },
            [.. plan.Messages, .. begins.Select(channel => new Remind(channel, context.NewId, envelope.TimeZone))]);
    }
}
