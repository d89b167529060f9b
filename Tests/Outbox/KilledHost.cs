using BridgeBot.Host.Channel;
using BridgeBot.Host.Outbox;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BridgeBot.Tests.Outbox;

/// <summary>A host that is killed between two writes, and the next one that goes on.</summary>
internal static class KilledHost
{
    /// <summary>Drains a partition until the host is killed; then another one is started, and does what is left.</summary>
    /// <param name="bot">The bot; the next host is one as it is started by the user.</param>
    /// <param name="clock">Its clock.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="commits">To how many writes the first host comes.</param>
    public static async Task DrainAsync(BotUnderTest bot, FakeTimeProvider clock, string partition, int commits)
    {
        try
        {
            var drain = Drain(bot, clock, new KilledStore(bot.Store, commits));
            await drain.DrainAsync(partition, () => new TaskCompletionSource().Task, CancellationToken.None, CancellationToken.None);
        }
        catch (KilledStore.Killed)
        {
            // The next host does it.
        }

        await bot.StopAsync();
        clock.Advance(TimeSpan.FromMinutes(2));
        await bot.StartAgainAsync();
        await StoredStory.UntilAsync(async () =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return await bot.IsSettledAsync();
        });
    }

    /// <summary>Another host's outbox, on the same store or one between.</summary>
    public static PartitionDrain Drain(BotUnderTest bot, FakeTimeProvider clock, IStore store)
    {
        var services = bot.Services;
        var (settings, wakeUps, connector) =
            (services.GetRequiredService<TurnSettings>(), services.GetRequiredService<WakeUps>(), services.GetRequiredService<Connector>());
        var turns = bot.RunnerOn(store, clock);
        var cards = new ThreadCardSender(
            store, new(store, clock), connector, turns, services.GetRequiredService<ColleagueSearch>(), settings.Kinds, null, NullLogger<ThreadCardSender>.Instance);
        var delivery = new Host.Outbox.Delivery(
            store, connector, services.GetRequiredService<ChatRenderer>(), cards, new ThreadPassing(store, turns, new(), clock),
            services.GetRequiredService<ReminderSender>(), services.GetRequiredService<DigestSender>(), services.GetRequiredService<DigestWatch>(),
            services.GetRequiredService<Retention>(), turns, wakeUps, settings, clock);
        return new(store, delivery, new(store, clock), new(), clock, NullLogger<PartitionDrain>.Instance);
    }
}
