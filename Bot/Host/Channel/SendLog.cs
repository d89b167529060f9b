namespace BridgeBot.Host.Channel;

/// <summary>When something was sent to one conversation, or tenant, and who waits for a turn there. Exact: no window of any
/// position holds more than its limit. Not for two threads at once.</summary>
/// <param name="limits">The limits, the longest window last; that one is for what goes on for long.</param>
internal sealed class SendLog(IReadOnlyList<SendLimit> limits)
{
    /// <summary>Between two who wait: what the longest of the short windows allows without end. Where the longest of all is full, whoever
    /// comes back is told to wait once more.</summary>
    private readonly TimeSpan _spacing = limits.Count > 1 ? limits[^2].Window / limits[^2].Sends : limits[^1].Window / limits[^1].Sends;

    /// <summary>What the longest window still sees, in order.</summary>
    private readonly List<DateTimeOffset> _sent = [];

    /// <summary>The instants at which those come back who were told to wait, in order. It does not matter who takes which.</summary>
    private readonly Queue<DateTimeOffset> _turns = [];

    private DateTimeOffset _lastTurn = DateTimeOffset.MinValue;
    private DateTimeOffset _heldUntil = DateTimeOffset.MinValue;

    /// <summary>The first instant at which the next one may be sent: <paramref name="now"/>, or later. Whoever comes new is behind those
    /// who wait already.</summary>
    public DateTimeOffset Next(DateTimeOffset now)
    {
        var waited = _turns.TryPeek(out var turn) && turn <= now;
        if (waited)
        {
            _turns.Dequeue();
        }

        var isBehind = !waited && _turns.Count > 0;
        var free = limits.Max(limit => _sent.Count < limit.Sends ? now : _sent[^limit.Sends] + limit.Window);
        var next = Later(now, Later(free, _heldUntil));
        return next > now || isBehind ? Later(next, _lastTurn + _spacing) : next;
    }

    /// <summary>Notes that somebody comes back at that instant.</summary>
    public void Wait(DateTimeOffset at)
    {
        _turns.Enqueue(at);
        _lastTurn = at;
    }

    /// <summary>Notes a send.</summary>
    public void Add(DateTimeOffset now)
    {
        _sent.RemoveRange(0, _sent.TakeWhile(sent => sent + limits[^1].Window <= now).Count());
        _sent.Add(now);
    }

    /// <summary>Nothing is sent before that instant.</summary>
    public void Hold(DateTimeOffset until) => _heldUntil = Later(until, _heldUntil);

    /// <summary>Whether it has nothing to say any more: nothing was sent within the longest window, nothing is held, nobody waits.</summary>
    public bool IsQuiet(DateTimeOffset now) =>
        _heldUntil <= now && _lastTurn <= now && (_sent.Count == 0 || _sent[^1] + limits[^1].Window <= now);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
