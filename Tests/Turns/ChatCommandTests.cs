using BridgeBot.Core.Lists;
using BridgeBot.Host.Turns;

namespace BridgeBot.Tests.Turns;

internal sealed class ChatCommandTests
{
    [TestCase("status")]
    [TestCase(" STATUS! ")]
    [TestCase("Status?\n")]
    public void IsStatus_TheWordAlone_IsOne(string text) => Assert.That(ChatCommand.IsStatus(text));

    [TestCase("")]
    [TestCase("!")]
    [TestCase("the status of Acme")]
    [TestCase("status report for Acme, please")]
    public void IsStatus_InASentence_IsNone(string text) => Assert.That(ChatCommand.IsStatus(text), Is.False);

    [TestCase("use this channel", "")]
    [TestCase("Use this channel.", "")]
    [TestCase(" use this channel for advertising, event ! ", "advertising, event")]
    [TestCase("use this channel for Region: EMEA.", "Region: EMEA")]
    public void ReadUseThisChannel_TheWords_GivesWhatFor(string text, string what) =>
        Assert.That(ChatCommand.ReadUseThisChannel(text), Is.EqualTo(what));

    [TestCase("please use this channel")]
    [TestCase("use this channel forever")]
    [TestCase("use this channel for")]
    public void ReadUseThisChannel_InASentence_IsNone(string text) => Assert.That(ChatCommand.ReadUseThisChannel(text), Is.Null);

    [TestCase("move BR-7K3Q2M here", null)]
    [TestCase(" Move br-7k3q2m to this channel. ", null)]
    [TestCase("move BR-7K3Q2M to Trade fairs!", "Trade fairs")]
    public void ReadMove_ToAChannel_IsRead(string text, string? to) => Assert.That(ChatCommand.ReadMove(text), Is.EqualTo(("BR-7K3Q2M", to)));

    [TestCase("move BR-7K3Q2M")]
    [TestCase("move it here")]
    [TestCase("please move BR-7K3Q2M here")]
    public void ReadMove_InASentence_IsNone(string text) => Assert.That(ChatCommand.ReadMove(text), Is.Null);

    [TestCase("hand over 8B1F0000-0000-4000-8000-000000000001 to 5c200000-0000-4000-8000-000000000002", true, true)]
    [TestCase(" Hand-over 8b1f0000-0000-4000-8000-000000000001  to\n5c200000-0000-4000-8000-000000000002. ", true, true)]
    [TestCase("hand over 8b1f0000-0000-4000-8000-000000000001 to Robin", true, false)]
    [TestCase("hand over {8b1f0000-0000-4000-8000-000000000001} to 5c20...", true, false)]
    [TestCase("hand over 8b1f0000-0000-4000-8000-000000000001", true, false)]
    [TestCase("hand over to 5c200000-0000-4000-8000-000000000002", false, true)]
    [TestCase("hand over", false, false)]
    public void ReadHandOver_TheForm_GivesTheWholeIds(string text, bool from, bool to) => Assert.That(
        ChatCommand.ReadHandOver(text),
        Is.EqualTo(((string?, string?)?)(
            from ? "8b1f0000-0000-4000-8000-000000000001" : null, to ? "5c200000-0000-4000-8000-000000000002" : null)));

    [TestCase("hand over the leads from the fair to sales")]
    [TestCase("please hand over 8b1f to 5c20")]
    [TestCase("handover")]
    [TestCase("handovers to Acme")]
    public void ReadHandOver_InASentence_IsNone(string text) => Assert.That(ChatCommand.ReadHandOver(text), Is.Null);

    [TestCase("channels")]
    [TestCase("Stop using this channel.")]
    public void IsAboutChannels_TheWords_IsOne(string text) => Assert.That(ChatCommand.IsAboutChannels(text));

    [TestCase("open", ListKind.Open, "")]
    [TestCase(" Mine. ", ListKind.Mine, "")]
    [TestCase("OVERDUE?", ListKind.Overdue, "")]
    [TestCase("board", ListKind.Board, "")]
    [TestCase("find packaging brochure ", ListKind.Find, "packaging brochure")]
    [TestCase("Find\nbrochure", ListKind.Find, "brochure")]
    [TestCase("find", ListKind.Find, "")]
    public void ReadList_ACommand_IsRead(string text, ListKind kind, string what) =>
        Assert.That(ChatCommand.ReadList(text) is { } list ? (list.Kind, list.Text, list.Trail.Count) : default, Is.EqualTo((kind, what, 0)));

    [TestCase("open the new brochure for us")]
    [TestCase("mine is broken")]
    [TestCase("findings")]
    [TestCase("")]
    public void ReadList_InASentence_IsNone(string text) => Assert.That(ChatCommand.ReadList(text), Is.Null);

    [Test]
    public void ReadList_ALongSearch_IsCut() => Assert.That(ChatCommand.ReadList("find " + new string('x', 10_000))!.Text, Has.Length.EqualTo(200));

    [TestCase("answer BR-7K3Q2M yes, in blue", "yes, in blue")]
    [TestCase("Answer br-7k3q2m: yes, in blue", "yes, in blue")]
    [TestCase("answer BR-7K3Q2M two\nlines ", "two\nlines")]
    [TestCase("answer BR-7K3Q2M", "")]
    public void ReadAnswer_ToAReference_IsRead(string text, string answer) =>
        Assert.That(ChatCommand.ReadAnswer(text), Is.EqualTo(("BR-7K3Q2M", answer)));

    [TestCase("withdraw BR-7K3Q2M", ThreadWord.Withdraw, "")]
    [TestCase(" Withdraw br-7k3q2m. ", ThreadWord.Withdraw, "")]
    [TestCase("edit BR-7K3Q2M", ThreadWord.Change, "")]
    [TestCase("please withdraw BR-7K3Q2M", ThreadWord.Withdraw, "")]
    [TestCase("status BR-7K3Q2M?", ThreadWord.Status, "")]
    [TestCase("reopen BR-7K3Q2M: Acme pays half", ThreadWord.Reopen, "Acme pays half")]
    [TestCase("thanks BR-7K3Q2M you made\nmy day!", ThreadWord.Thanks, "you made\nmy day!")]
    public void ReadAbout_ToAReference_IsRead(string text, ThreadWord word, string rest) =>
        Assert.That(ChatCommand.ReadAbout(text), Is.EqualTo(new AboutThread(word, "BR-7K3Q2M", rest)));

    [TestCase("withdraw it")]
    [TestCase("thanks for the webinar! Could we get the recording?")]
    [TestCase("change BR-7K3Q2MX")]
    public void ReadAbout_InASentence_IsNone(string text) => Assert.That(ChatCommand.ReadAbout(text), Is.Null);

    [TestCase("withdraw", true)]
    [TestCase("Nudge!", true)]
    [TestCase("please reopen", true)]
    [TestCase("withdraw BR-7K3Q2", true)]
    [TestCase("change BR-7K3Q2MX", true)]
    [TestCase("answer BR- yes, in blue", true)]
    [TestCase("withdraw it", false)]
    [TestCase("thanks!", false)]
    [TestCase("edit", false)]
    [TestCase("history of packaging, as a one-pager", false)]
    public void LacksReference_ACommandWithNoneOrHalfOfOne(string text, bool lacks) => Assert.That(ChatCommand.LacksReference(text), Is.EqualTo(lacks));

    [TestCase("answer me, please")]
    [TestCase("answer BR-7K3")]
    [TestCase("answer BR-7K3Q2MX yes")]
    [TestCase("my answer BR-7K3Q2M yes")]
    [TestCase("")]
    public void ReadAnswer_ToNothing_IsNone(string text) => Assert.That(ChatCommand.ReadAnswer(text), Is.Null);
}
