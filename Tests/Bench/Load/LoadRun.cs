using System.Diagnostics;
using System.Net.Http.Headers;

namespace BridgeBot.Bench.Load;

/// <summary>Connections that say something, wait for the answer and for the reply, and say the next thing.</summary>
/// <param name="hosts">Whom they talk to, each in turn.</param>
/// <param name="replies">Where the replies arrive.</param>
/// <param name="serviceUrl">What the activities call the connector.</param>
/// <param name="token">A bearer token; null for none.</param>
/// <param name="people">How many people talk.</param>
internal sealed class LoadRun(IReadOnlyList<ServedProcess> hosts, ReplyCatcher replies, string serviceUrl, string? token, int people = Crowd.People)
{
    public const int Connections = 32;

    /// <summary>Longer than the lease on a message, after which another host takes up what one has dropped.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly HttpClient Http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 2 * Connections, UseCookies = false });
    private static long _last;

    private long _next;

    /// <summary>Everybody says something once.</summary>
    public Task EverybodyAsync(Said said) => Parallel.ForEachAsync(
        Enumerable.Range(0, people),
        new ParallelOptions { MaxDegreeOfParallelism = Connections },
        async (person, _) => await SayAsync(person, said));

    /// <summary>Talks for some time, in the order of the crowd.</summary>
    /// <param name="length">How long.</param>
    /// <param name="said">What is said in which round of the crowd, from 0.</param>
    public async Task<Round> TalkAsync(TimeSpan length, Func<long, Said> said)
    {
        var (clock, cpu) = (Stopwatch.StartNew(), Cpu);
        var turns = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            var turns = 0;
            for (; clock.Elapsed < length; turns++)
            {
                var number = Interlocked.Increment(ref _next) - 1;
                await SayAsync((int)(number % people), said(number / people));
            }

            return turns;
        })));
        return new(turns.Sum(), clock.Elapsed, Cpu - cpu);
    }

    /// <summary>Says something, and waits for the answer and the replies.</summary>
    public async Task SayAsync(int person, Said said)
    {
        var replied = replies.Expect(person, said.Replies);
        var id = Interlocked.Increment(ref _last);
        var message = Crowd.Message(person, id, serviceUrl, said.Text);
        await Task.WhenAll(Enumerable.Range(0, said.Times).Select(time => PostAsync(hosts[(int)((id + time) % hosts.Count)], message)));
        await replied.WaitAsync(Patience);
    }

    private TimeSpan Cpu => hosts.Aggregate(TimeSpan.Zero, (sum, host) => sum + host.Cpu);

    private async Task PostAsync(ServedProcess host, byte[] message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Messages);
        request.Content = new ByteArrayContent(message) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        using var answer = await Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }
}

/// <summary>Something that is said.</summary>
/// <param name="Text">What.</param>
/// <param name="Replies">How many replies it gets.</param>
/// <param name="Times">How often it is delivered, all at once, as Teams may.</param>
internal readonly record struct Said(string Text, int Replies, int Times = 1);

/// <summary>What came of some time of talking.</summary>
/// <param name="Turns">How many.</param>
/// <param name="Took">How long.</param>
/// <param name="Cpu">The host's processor time.</param>
internal readonly record struct Round(int Turns, TimeSpan Took, TimeSpan Cpu)
{
    public double Rate => Turns / Took.TotalSeconds;

    /// <summary>Milliseconds of processor time a turn.</summary>
    public double CpuOfTurn => Cpu.TotalMilliseconds / Turns;
}
