namespace BridgeBot.Core.Framing.Learned;

/// <summary>The features of one thing to decide, as numbers; those beyond the room are left out, so the cost has a bound.</summary>
/// <param name="room">Where they are written.</param>
internal ref struct FeatureList(Span<uint> room)
{
    private readonly Span<uint> _room = room;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The features.</summary>
    public readonly ReadOnlySpan<uint> Read => _room[..Count];

    /// <summary>Adds a feature: of which sort it is, and up to two values.</summary>
    public void Add(char sort, uint first, uint second = 0)
    {
        if (Count < _room.Length)
        {
            _room[Count++] = Hashing.Mix(sort, first, second);
        }
    }

    /// <summary>Adds a feature for each of some traits.</summary>
    public void Add(char sort, Traits traits, uint second = 0)
    {
        for (var left = (uint)traits; left != 0; left &= left - 1)
        {
            Add(sort, left & (0 - left), second);
        }
    }
}
