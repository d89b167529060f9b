using System.Net.Sockets;
using System.Text;
using BridgeBot.Tests.EndToEnd;
using BridgeBot.Tests.Faults;
using BridgeBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>A host that is told to end takes its turns in flight to their end first.</summary>
internal sealed class ShutdownTests : StoryFixture
{
    [Test]
    public async Task Stop_WhileAnActivityComesIn_ItIsDecidedAndAnsweredAndNothingNewIsTaken()
    {
        var address = new Uri(Bot.Address);
        using var client = new TcpClient(address.Host, address.Port);
        await using var stream = client.GetStream();
        var body = await BeginAsync(stream, address);
        var stopping = new TaskCompletionSource();
        using var told = Bot.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);
        var stopped = Bot.StopAsync(TimeSpan.FromSeconds(30));
        await stopping.Task;
        await stream.WriteAsync(body);
        var answered = await ReadHeadAsync(stream);
        await stopped;
        Assert.That(answered, Is.EqualTo("HTTP/1.1 200 OK"));
        Assert.That(() => new TcpClient(address.Host, address.Port), Throws.TypeOf<SocketException>());
        Assert.That(Bot.StoredRows().Select(row => row.Body), Has.Some.Contains(Story.Wish), "what was said is kept");

        // What the turn wanted sent is sent, by this host or by the next.
        await Bot.StartAgainAsync();
        await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.HasButton("dialog.Next"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no SIGTERM")]
    public async Task Sigterm_WhileAnActivityComesIn_ItIsAnsweredAndTheProcessEndsWell()
    {
        using var folder = new TemporaryFolder();
        await using var host = await HostProcess.StartAsync(new() { Path = folder.File("bot.db") }, Ports.Free(1)[0]);
        using var client = new TcpClient(host.Messages.Host, host.Messages.Port);
        await using var stream = client.GetStream();
        var body = await BeginAsync(stream, host.Messages);
        var ending = host.TerminateAsync();
        await StoredStory.UntilAsync(() => Task.FromResult(!IsListening(host.Messages)));
        await stream.WriteAsync(body);

        Assert.That((await ReadHeadAsync(stream), await ending), Is.EqualTo(("HTTP/1.1 200 OK", 0)));
    }

    /// <summary>Sends the head of a message of Sam's, and waits until the host asks for the body: the request is in hand.</summary>
    /// <returns>The body.</returns>
    private async Task<byte[]> BeginAsync(NetworkStream stream, Uri address)
    {
        var body = Encoding.UTF8.GetBytes(Bot.Message(Sam, Sam.Chat, Story.Wish).ToJsonString());
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/messages HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nExpect: 100-continue\r\n\r\n"));
        Assert.That(await ReadHeadAsync(stream), Is.EqualTo("HTTP/1.1 100 Continue"));
        return body;
    }

    private static bool IsListening(Uri address)
    {
        try
        {
            using var another = new TcpClient(address.Host, address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var (head, one) = (new StringBuilder(), new byte[1]);
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) > 0)
        {
            head.Append((char)one[0]);
        }

        return head.ToString().Split("\r\n")[0];
    }
}
