using System.Globalization;

namespace BridgeBot.Host.Commands;

/// <summary>How far a command is, in one line of a terminal that is written over.</summary>
/// <param name="terminal">Where it is drawn; null where nobody looks.</param>
/// <param name="clock">Drawn at most ten times a second.</param>
internal sealed class ProgressBar(TextWriter? terminal, TimeProvider clock) : IDisposable
{
    private const int Width = 30;

    private long? _drawnAt;
    private int _length;

    /// <summary>Shows it.</summary>
    /// <param name="what">What is done.</param>
    /// <param name="share">How much of it, 0 to 1.</param>
    /// <param name="rows">How many rows were dealt with.</param>
    public void Show(string what, double share, long rows)
    {
        if (terminal is null || (_drawnAt is { } at && clock.GetElapsedTime(at) < TimeSpan.FromMilliseconds(100)))
        {
            return;
        }

        _drawnAt = clock.GetTimestamp();
        var done = (int)(share * Width);
        Draw(string.Create(
            CultureInfo.InvariantCulture, $"{what} [{new string('#', done)}{new string('.', Width - done)}] {share * 100,3:F0} %  {rows:N0} rows"));
    }

    /// <summary>Takes the line away, so that what is said next stands in its place.</summary>
    public void Dispose()
    {
        if (_length > 0)
        {
            Draw("");
            terminal!.Write('\r');
        }
    }

    private void Draw(string line)
    {
        terminal!.Write($"\r{line.PadRight(_length)}");
        _length = line.Length;
    }
}
