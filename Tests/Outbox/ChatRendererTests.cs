using BridgeBot.Core.Threads;
using BridgeBot.Host.Outbox;
using BridgeBot.Host.Turns;

namespace BridgeBot.Tests.Outbox;

internal sealed class ChatRendererTests
{
    [Test]
    public void Render_ARejection_TellsTheTimeOfItsReader()
    {
        var ruling = new Ruling(new Person("maria", "Maria"), new DateTimeOffset(2026, 11, 23, 13, 3, 0, TimeSpan.Zero), null);
        var chat = new ConversationReference("https://teams", "a:max", ConversationType.Personal, "t", "28:bot", "B", null, null, null);
        var rejection = new SendRejection(chat, new AlreadyDecided(ThreadStatus.Approved, ruling), "Europe/Berlin");

        Assert.That(ChatRenderer.Render(rejection).Text, Does.Contain("14:03"));
    }
}
