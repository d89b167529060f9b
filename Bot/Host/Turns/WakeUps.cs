using System.Threading.Channels;

namespace BridgeBot.Host.Turns;

/// <summary>
/// Tells the outbox that there is work. Bounded and lossy: what does not fit is found by its due row a few seconds
/// later, so a burst costs delay, never memory and never a message.
/// </summary>
public sealed class WakeUps
{
    private readonly Channel<Due> _queue = System.Threading.Channels.Channel.CreateBounded<Due>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Work for the outbox.</summary>
    public ChannelReader<Due> Reader => _queue.Reader;

    /// <summary>Wakes the outbox, or leaves it to the due row.</summary>
    public void Wake(Due due) => _queue.Writer.TryWrite(due);
}
