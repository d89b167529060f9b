using BridgeBot.Tests.Turns;
using Microsoft.Extensions.Time.Testing;

namespace BridgeBot.Tests.Outbox;

/// <summary>Each test has a bot of its own whose time passes when the test says so.</summary>
internal abstract class TimedStoryFixture : StoryFixture
{
    /// <summary>When every test begins.</summary>
    protected static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    protected FakeTimeProvider Clock { get; } = new(Start);

    protected override TimeProvider BotClock => Clock;
}
