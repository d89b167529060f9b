using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Channel;

/// <summary>
/// What somebody hears whose activity failed through no fault of theirs. The one thing that is sent without the outbox: it is for the
/// moments in which nothing can be stored.
/// </summary>
/// <param name="forClick">The sentence that answers a click.</param>
/// <param name="forMessage">The sentence for what was typed.</param>
/// <param name="tooLong">The sentence for what is more than can be kept.</param>
/// <param name="connector">Sends it.</param>
internal sealed class Apology(string forClick, string forMessage, string tooLong, Connector connector)
{
    /// <summary>A turn may have taken 10 s already, and the connector gives up after 15.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>The sentence that answers a click.</summary>
    /// <param name="fault">What went wrong; null if the click could not be read.</param>
    public string ForClick(Exception? fault = null) => fault is TooLongException ? tooLong : forClick;

    /// <summary>Tells whoever typed; false if that failed too.</summary>
    /// <param name="where">The conversation.</param>
    /// <param name="fault">What went wrong.</param>
    public async Task<bool> TellAsync(ConversationReference where, Exception fault)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await connector.PostAsync(where, OutgoingActivity.OfText(fault is TooLongException ? tooLong : forMessage), patience.Token) is SendAccepted;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
