using BridgeBot.Host.Commands;
using Microsoft.Extensions.Time.Testing;

namespace BridgeBot.Tests.Commands;

public sealed class ProgressBarTests
{
    [Test]
    public void Show_HalfDone_IsHalfABarInTheSameLine() =>
        Assert.That(Drawn((bar, _) => bar.Show("Exporting", 0.5, 12_345), dispose: false), Is.EqualTo($"\rExporting [{new string('#', 15)}{new string('.', 15)}]  50 %  12,345 rows"));

    [Test]
    public void Show_AgainAtOnce_IsNotDrawn() =>
        Assert.That(Drawn((bar, _) => Twice(bar, () => { }), dispose: false).Count(one => one == '\r'), Is.EqualTo(1));

    [Test]
    public void Show_AgainATenthOfASecondLater_IsDrawnOver() =>
        Assert.That(Drawn((bar, clock) => Twice(bar, () => clock.Advance(TimeSpan.FromSeconds(0.1))), dispose: false).Count(one => one == '\r'), Is.EqualTo(2));

    [Test]
    public void Dispose_Line_IsEmptyAgain()
    {
        var drawn = Drawn((bar, _) => bar.Show("Exporting", 0, 1), dispose: true);

        Assert.That(drawn.Split('\r')[^2..], Is.EqualTo(new[] { new string(' ', drawn.Split('\r')[1].Length), "" }));
    }

    [Test]
    public void Dispose_NothingWasDrawn_DrawsNothing() => Assert.That(Drawn((_, _) => { }, dispose: true), Is.Empty);

    private static void Twice(ProgressBar bar, Action between)
    {
        bar.Show("Exporting", 0, 1);
        between();
        bar.Show("Exporting", 1, 2);
    }

    private static string Drawn(Action<ProgressBar, FakeTimeProvider> use, bool dispose)
    {
        var (terminal, clock) = (new StringWriter(), new FakeTimeProvider());
        var bar = new ProgressBar(terminal, clock);
        use(bar, clock);
        if (dispose) bar.Dispose();
        return terminal.ToString();
    }
}
