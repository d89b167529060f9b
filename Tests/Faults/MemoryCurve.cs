namespace BridgeBot.Tests.Faults;

/// <summary>How much memory a process of the bot used from its start to its end.</summary>
internal sealed class MemoryCurve
{
    private readonly List<(DateTimeOffset At, long Bytes)> _points = [];

    /// <summary>How long it was watched.</summary>
    public TimeSpan Length => _points.Count == 0 ? TimeSpan.Zero : _points[^1].At - _points[0].At;

    /// <summary>Bytes in the first half of its life, when it had warmed up: the median of the second quarter; 0 if it was not watched.</summary>
    public long Warm => Median(0.25, 0.5);

    /// <summary>Bytes at the end: the median of the last quarter; 0 if it was not watched.</summary>
    public long Last => Median(0.75, 1);

    /// <summary>Adds what it uses now.</summary>
    public void Add(DateTimeOffset at, long bytes) => _points.Add((at, bytes));

    private long Median(double from, double to)
    {
        var part = _points.Where(point => IsIn((point.At - _points[0].At) / Length)).Select(point => point.Bytes).Order().ToList();
        return part.Count == 0 ? 0 : part[part.Count / 2];

        bool IsIn(double share) => share >= from && share <= to;
    }
}
