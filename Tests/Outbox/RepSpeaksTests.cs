using BridgeBot.Cards;
using BridgeBot.Tests.Turns;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Outbox;

/// <summary>What one side writes to the other arrives, also where the channel is gone or the words begin like a command.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class RepSpeaksTests : TimedStoryFixture
{
    [TestCase("nudge")]
    [TestCase("reply")]
    public async Task ChannelGone_AnotherIsConnected_WhatTheRepWritesComesThere(string what)
    {
        var card = await Bot.PostAsync();
        await Bot.SettledLaterAsync();
        Clock.Advance(TimeSpan.FromDays(4));
        await Bot.SettledLaterAsync();
        Bot.Teams.Always(sent => sent.InChannel(), new Behaviour.Fails(404, null, "ConversationNotFound"));
        await Bot.MentionAsync(Maria, Sales, "use this channel");
        await Bot.SettledLaterAsync();
        var before = Bot.Teams.All.Count;

        if (what == "nudge")
        {
            await Bot.SayAsync(Sam, $"nudge {card.Reference()}");
        }
        else
        {
            await Bot.SayAsync(Sam, $"reply {card.Reference()} The tender closes on Friday");
            var preview = await Bot.ExpectLaterAsync(sent => sent.InChat(Sam) && sent.HasButton(Verbs.ReplySend));
            await Bot.ClickAsync(Sam, Sam.Chat, preview.Card![Verbs.ReplySend]);
        }

        await Bot.SettledLaterAsync();
        var there = Bot.Teams.All.Skip(before).Where(sent => sent.IsAccepted && sent.Conversation == Sales.Id).ToList();
        Assert.That((there.Any(sent => sent.IsNewPost), there.Any(sent => sent.Root is not null)), Is.EqualTo((true, true)), "the card, and the words below it");
    }

    [TestCase("find attached the deck, does it help?")]
    [TestCase("Open!")]
    [TestCase("digest attached!")]
    [TestCase("help!")]
    public async Task BelowACard_WordsThatBeginLikeACommand_ArePassedOn(string words)
    {
        var card = await Bot.PostAsync();
        await Bot.SettledLaterAsync();

        await Bot.MentionAsync(Maria, Marketing.Below(card.ActivityId), words);

        await Bot.ExpectLaterAsync(sent => sent.InChat(Sam) && sent.Body.ToString().Contains("Maria", StringComparison.Ordinal));
    }
}
