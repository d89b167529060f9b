using System.Reflection;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Browser;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>Every command of the table is read, answered where the table says, and told of in the README; and every one that is read is in the table.</summary>
internal sealed class TypedCommandTests : StoryFixture
{
    private static IEnumerable<TestCaseData> Everywhere() =>
        from command in TypedCommand.All
        from place in command.Where
        select new TestCaseData(command.Text, place).SetName($"{{m}}({command.Text}, {place})");

    [TestCaseSource(nameof(Everywhere))]
    public async Task Say_ACommand_IsAnsweredThereAndTakenForNothingElse(string text, ConversationType where)
    {
        var place = where switch
        {
            ConversationType.Personal => Maria.Chat,
            ConversationType.Channel => Place.Marketing,
            _ => Place.Group,
        };
        await Bot.PostAsync(Bot.Message(Maria, place, text));
        var answer = await Bot.Teams.ExpectAsync(sent => sent.Conversation == place.Id);
        Assert.That((BeginsADialog(answer), IsAHint(answer)), Is.EqualTo((false, false)), answer.ToString());
    }

    [Test]
    public async Task Say_SomethingElse_IsNoCommand()
    {
        await Bot.SayAsync(Sam, Story.Wish);
        var inChat = await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Card is not null);
        await Bot.MentionAsync(Sam, Place.Group, "dance");
        var inGroup = await Bot.Teams.ExpectAsync(sent => sent.Conversation == Place.Group.Id);
        Assert.That((BeginsADialog(inChat), IsAHint(inGroup)), Is.EqualTo((true, true)));
    }

    /// <summary>A reader of commands is a method Is... or Read... of a type ...Command that takes a text.</summary>
    [Test]
    public void All_ForEachReaderOfCommands_HoldsOneThatItReads()
    {
        var readers =
            from type in typeof(TypedCommand).Assembly.GetTypes()
            where type.Namespace == typeof(TypedCommand).Namespace && type.Name.EndsWith("Command", StringComparison.Ordinal)
            from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
            where method.GetParameters() is [{ ParameterType: var only }] && only == typeof(string)
            select method;
        var found = readers.ToList();
        Assert.That(found, Has.Count.GreaterThan(4));
        Assert.That(found.Where(reader => !TypedCommand.All.Any(command => Reads(reader, command.Text))), Is.Empty);
        Assert.That(TypedCommand.All.Where(command => !found.Any(reader => Reads(reader, command.Text))), Is.Empty);
    }

    [Test]
    public void All_ForEachWordAboutAThread_HoldsOne() =>
        Assert.That(
            TypedCommand.All.Select(command => ChatCommand.ReadAbout(command.Text)?.Command).OfType<ThreadWord>(),
            Is.EquivalentTo(Enum.GetValues<ThreadWord>()));

    [Test]
    public void All_ForEachWordInAChannel_HoldsOne() =>
        Assert.That(
            TypedCommand.All.Where(command => command.Where.Contains(ConversationType.Channel))
                .Select(command => ChatCommand.ReadInChannel(command.Text)?.Command).OfType<ChannelWord>(),
            Is.EquivalentTo(Enum.GetValues<ChannelWord>()));

    [Test]
    public void Readme_WhatCanBeTyped_TellsOfEachCommand()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        Assert.That(
            TypedCommand.All.Select(command => command.Text)
                .Where(text => !readme.Contains($"`{text}`", StringComparison.Ordinal) && !readme.Contains($"`@BridgeBot {text}`", StringComparison.Ordinal)),
            Is.Empty);
    }

    private static bool Reads(MethodInfo reader, string text)
    {
        var read = reader.Invoke(null, [text]);
        return reader.ReturnType == typeof(bool) ? read is true : read is not null;
    }

    private static bool BeginsADialog(Sent sent) => sent.Body.ToString().Contains("\"dialog.", StringComparison.Ordinal);

    private static bool IsAHint(Sent sent) => sent.Text.Contains("chat", StringComparison.Ordinal) && sent.Text.Contains("private", StringComparison.Ordinal);
}
