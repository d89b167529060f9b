using BridgeBot.Cards;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>The steps that many tests begin with, taken through the real path: the cards that came name the buttons.</summary>
internal static class Story
{
    public const string Wish = "Acme would like a reference from a packaging customer.";

    public const string Preview = "dialog.Post";

    public static bool InChat(this Sent sent, Someone who) => sent.Conversation == who.Chat.Id;

    public static bool InChannel(this Sent sent) => sent.Conversation == Marketing.Id;

    public static bool IsCard(this Sent sent) => sent.InChannel() && sent.IsNewPost && sent.HasButton(Verbs.Approve);

    /// <summary>Installs the bot for Sam and in marketing's channel.</summary>
    public static async Task InstallAsync(this BotUnderTest bot)
    {
        await bot.InstallAsync(Maria, Marketing);
        await bot.Teams.ExpectAsync(sent => sent.InChannel());
        await bot.InstallAsync(Sam, Sam.Chat);
        await bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.HasButton(Verbs.TryExample));
    }

    /// <summary>Sam writes, and fills in the form; returns the card that Post is on.</summary>
    public static async Task<Card> ComposeAsync(this BotUnderTest bot, string text = Wish)
    {
        await bot.SayAsync(Sam, text);
        var step = await bot.Teams.ExpectAsync(sent =>
            sent.InChat(Sam) && (sent.HasButton("dialog.Next") || sent.HasButton(Preview)));
        return await bot.FillAsync(step.Card!);
    }

    /// <summary>Fills in the form, if it is one.</summary>
    public static async Task<Card> FillAsync(this BotUnderTest bot, Card card)
    {
        if (card.Find(Preview) is not null)
        {
            return card;
        }

        var values = card.Inputs.Select(input => (input.Id, input.Type == "Input.Date" ? "2027-03-15" : "Acme"));
        var answer = await bot.ClickAsync(Sam, Sam.Chat, card["dialog.Next"], null, [.. values]);
        return answer.Card ?? throw new AssertionException(answer.ToString());
    }

    /// <summary>Sam's request is posted; returns its card in the channel, once Sam was told.</summary>
    public static async Task<Sent> PostAsync(this BotUnderTest bot, string text = Wish)
    {
        var preview = await bot.ComposeAsync(text);
        await bot.ClickAsync(Sam, Sam.Chat, preview[Preview]);
        var card = await bot.Teams.ExpectAsync(sent => sent.IsCard());
        await bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Text.Contains("Posted to Marketing", StringComparison.Ordinal));
        return card;
    }

    /// <summary>The channel's card as it is after the next change.</summary>
    public static Task<Sent> UpdateAsync(this BotUnderTest bot, Sent card) =>
        bot.Teams.ExpectAsync(sent => sent.Method == "PUT" && sent.Path.EndsWith($"/activities/{card.ActivityId}", StringComparison.Ordinal));

    public static Task<Answer> ApproveAsync(this BotUnderTest bot, Someone who, Sent card) =>
        bot.ClickAsync(who, Marketing, card.Card![Verbs.Approve], card.ActivityId);

    /// <summary>Everything that was ever sent to marketing's channel, as text.</summary>
    public static string SentToChannel(this BotUnderTest bot) =>
        string.Join('\n', bot.Teams.All.Where(sent => sent.InChannel()).Select(sent => sent.Body.ToString()));
}
