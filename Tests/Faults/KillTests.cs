namespace BridgeBot.Tests.Faults;

public sealed class KillTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A kill at 1.0 s whose host is back at 3.0 s.</summary>
    [TestCase(0.9, 3.5, true, Description = "sent, killed before it was recorded, sent again")]
    [TestCase(1.1, 3.5, true, Description = "on its way when the signal was sent")]
    [TestCase(3.1, 4.0, false, Description = "both sent by the next process")]
    [TestCase(0.2, 0.9, false, Description = "both sent before the kill")]
    public void IsBetween_TwoSends_TellsWhetherTheKillIsTheCause(double first, double second, bool expected) =>
        Assert.That(new Kill(At(1), TimeSpan.FromSeconds(2)).IsBetween(At(first), At(second)), Is.EqualTo(expected));

    private static DateTimeOffset At(double seconds) => Start.AddSeconds(seconds);
}
