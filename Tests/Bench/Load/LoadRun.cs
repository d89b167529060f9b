using System.Diagnostics;
using System.Net.Http.Headers;

namespace BridgeBot.Bench.Load;

/// <summary>Connections that say something, wait for the answer and for the reply, and say the next thing.</summary>
/// <param name="host">Whom they talk to.</param>
/// <param name="replies">Where the replies arrive.</param>
/// <param name="serviceUrl">What the activities call the connector.</param>
/// <param name="token">A bearer token; null for none.</param>
internal sealed class LoadRun(ServedProcess host, ReplyCatcher replies, string serviceUrl, string? token)
{
    public const int Connections = 32;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly HttpClient Http = new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections, UseCookies = false });
    private static long _last;

    private long _next;

    /// <summary>Everybody says something once.</summary>
    public Task EverybodyAsync(Said said) => Parallel.ForEachAsync(
        Enumerable.Range(0, Crowd.People),
        new ParallelOptions { MaxDegreeOfParallelism = Connections },
        async (person, _) => await SayAsync(person, said));

    /// <summary>Talks for some time, in the order of the crowd.</summary>
    /// <param name="length">How long.</param>
    /// <param name="said">What is said in which round of the crowd, from 0.</param>
    public async Task<Round> TalkAsync(TimeSpan length, Func<long, Said> said)
    {
        var (clock, cpu) = (Stopwatch.StartNew(), host.Cpu);
        var turns = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            var turns = 0;
            for (; clock.Elapsed < length; turns++)
            {
                var number = Interlocked.Increment(ref _next) - 1;
                await SayAsync((int)(number % Crowd.People), said(number / Crowd.People));
            }

            return turns;
        })));
        return new(turns.Sum(), clock.Elapsed, host.Cpu - cpu);
    }

    /// <summary>Says something, and waits for the answer and the replies.</summary>
    public async Task SayAsync(int person, Said said)
    {
        var replied = replies.Expect(person, said.Replies);
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Messages);
        request.Content = new ByteArrayContent(Crowd.Message(person, Interlocked.Increment(ref _last), serviceUrl, said.Text))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
        };
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        using var answer = await Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        await replied.WaitAsync(Patience);
    }
}

/// <summary>Something that is said, and how many replies it gets.</summary>
internal readonly record struct Said(string Text, int Replies);

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
