using System.Diagnostics;
using System.Net.Http.Headers;
using BridgeBot.Bench.Load;

namespace BridgeBot.Bench.History;

/// <summary>Something that is asked of the bot, and how long it takes until the answer has arrived.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Text">What is typed.</param>
/// <param name="Replies">How many messages answer it.</param>
/// <param name="InChannel">Whether it is typed in the channel; otherwise in somebody's personal chat.</param>
/// <param name="IsTakenBack">Whether it begins something that has to be cancelled before it can be asked again.</param>
internal sealed record Question(string Name, string Text, int Replies = 1, bool InChannel = false, bool IsTakenBack = false)
{
    private static readonly HttpClient Http = new();
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static long _last;

    /// <summary>Asks it.</summary>
    /// <param name="messages">The bot's address.</param>
    /// <param name="replies">Where the answers arrive.</param>
    /// <param name="person">Who asks, if it is not the channel.</param>
    /// <returns>Milliseconds.</returns>
    public async Task<double> AskAsync(Uri messages, ReplyCatcher replies, int person)
    {
        var id = Interlocked.Increment(ref _last);
        using var body = new ByteArrayContent(
            InChannel ? Crowd.InChannel(id, $"{replies.Address}", Text) : Crowd.Message(person, id, $"{replies.Address}", Text))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
        };
        var replied = replies.Expect(InChannel ? ReplyCatcher.InChannel : person, Replies);
        var clock = Stopwatch.StartNew();
        using var answer = await Http.PostAsync(messages, body);
        answer.EnsureSuccessStatusCode();
        await replied.WaitAsync(Patience);
        return clock.Elapsed.TotalMilliseconds;
    }
}
