using System.Text.RegularExpressions;
using BridgeBot.Cards;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>What is stored of a story, and the steps of a question.</summary>
internal static class StoredStory
{
    public static async Task<RequestThread> StoredThreadAsync(this BotUnderTest bot, Sent card)
    {
        var data = card.Card![Verbs.Approve].Data;
        var state = await RequesterRows.LoadAsync(bot.Store, data[Verbs.Requester], data[Verbs.Thread], CancellationToken.None);
        return state.Threads[data[Verbs.Thread]];
    }

    /// <summary>What people quote, from a card of the thread.</summary>
    public static string Reference(this Sent card) => Regex.Match(card.Card!.ToString(), "BR-[0-9A-Z]{6}").Value;

    /// <summary>Where the thread's card is.</summary>
    public static async Task<CardRow> StoredCardAsync(this BotUnderTest bot, Sent card)
    {
        var data = card.Card![Verbs.Approve].Data;
        var row = await bot.Store.ReadAsync(Keys.Requester(data[Verbs.Requester]), Keys.Card(data[Verbs.Thread]), CancellationToken.None);
        return StateJson.Read<CardRow>(row!.Body);
    }

    /// <summary>Rows of the requester whose card this is.</summary>
    public static Task<IReadOnlyList<Row>> RowsAsync(this BotUnderTest bot, Sent card, string prefix) =>
        bot.Store.RangeAsync(
            Keys.Requester(card.Card![Verbs.Approve].Data[Verbs.Requester]), prefix, prefix + "~", 1_000, CancellationToken.None);

    /// <summary>Stores an approved thread as it was stored before approved threads had an owner.</summary>
    public static async Task AgeAsync(this BotUnderTest bot, Sent card)
    {
        var thread = await bot.StoredThreadAsync(card) with { Work = null };
        await bot.Store.CommitAsync(
            Keys.Requester(thread.RequesterId),
            [new Delete(Keys.Open(thread.Id)), new Upsert(Keys.Closed(thread.Id), StateJson.Write(thread))],
            CancellationToken.None);
    }

    /// <summary>Maria asks; returns Sam's card with the question.</summary>
    public static async Task<Card> AskAsync(this BotUnderTest bot, Sent card, string text = "How long may it be?")
    {
        await bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Ask], card.ActivityId, (Verbs.InputText, text));
        return (await bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.HasButton(Verbs.AnswerPreview))).Card!;
    }

    /// <summary>Maria approves and delivers; returns Sam's card that asks whether it helped.</summary>
    public static async Task<Card> DeliverAsync(this BotUnderTest bot, Sent card)
    {
        var approved = (await bot.ApproveAsync(Maria, card)).Card!;
        await bot.ClickAsync(Maria, Marketing, approved[Verbs.Deliver], card.ActivityId, (Verbs.InputText, "https://example.org/deck"));
        return (await bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.HasButton(Verbs.MyOutcome))).Card!;
    }

    /// <summary>The button with that answer.</summary>
    public static Button Answer(this Card helped, Outcome outcome) => helped[Verbs.MyOutcome].With(Verbs.Outcome, $"{outcome}");

    /// <summary>Sam types an answer; returns its preview.</summary>
    public static async Task<Card> AnswerAsync(this BotUnderTest bot, Card question, string text)
    {
        var answer = await bot.ClickAsync(Sam, Sam.Chat, question[Verbs.AnswerPreview], null, (Verbs.InputText, text));
        return answer.Card ?? throw new AssertionException(answer.ToString());
    }

    /// <summary>Edits the wording that a preview shows, and posts that.</summary>
    public static async Task AgreeToAsync(this BotUnderTest bot, Card preview, string wording)
    {
        var edit = (await bot.ClickAsync(Sam, Sam.Chat, preview["dialog.Edit"])).Card!;
        var shown = (await bot.ClickAsync(Sam, Sam.Chat, edit["dialog.SaveEdit"], null, (Verbs.InputText, wording))).Card!;
        await bot.ClickAsync(Sam, Sam.Chat, shown[Story.Preview]);
        await bot.Teams.ExpectAsync(sent => sent.IsCard());
    }

    /// <summary>The Send button of the answer that somebody has in preview.</summary>
    public static async Task<Button> StoredAnswerAsync(this BotUnderTest bot, Someone who, Sent card)
    {
        var state = await RequesterRows.LoadAsync(bot.Store, await bot.RequesterAsync(who), null, CancellationToken.None);
        var thread = await bot.StoredThreadAsync(card);
        return new Card(System.Text.Json.JsonElement.Parse(
            AnswerPreviewCard.Render(thread, thread.OpenQuestion!, state.Answers[thread.Id].Text).Utf8.Span))[Verbs.AnswerSend];
    }

    /// <summary>Somebody's dialog as stored; null if there is none.</summary>
    public static async Task<Dialog?> DialogAsync(this BotUnderTest bot, Someone who)
    {
        var state = await RequesterRows.LoadAsync(bot.Store, await bot.RequesterAsync(who), null, CancellationToken.None);
        return state.Dialog;
    }

    /// <summary>The random id that stands for somebody.</summary>
    public static async Task<string> RequesterAsync(this BotUnderTest bot, Someone who)
    {
        var key = Keys.Person(Tenant, who.AadObjectId);
        var row = await bot.Store.ReadAsync(Keys.People(key), key, CancellationToken.None);
        return StateJson.Read<PersonRow>(row!.Body).RequesterId;
    }

    /// <summary>Waits until nothing is due any more but what waits for a later day: everything decided was sent.</summary>
    public static Task SettledAsync(this BotUnderTest bot) => UntilAsync(bot.IsSettledAsync);

    /// <summary>Whether nothing is due any more but what waits for a later day.</summary>
    public static async Task<bool> IsSettledAsync(this BotUnderTest bot)
    {
        var soon = Keys.DueAt(bot.Teams.Clock.GetUtcNow().AddHours(1));
        for (var i = 0; i < Keys.DuePartitions; i++)
        {
            foreach (var row in await bot.Store.RangeAsync(Keys.DueHome(i), "", soon, 100, CancellationToken.None))
            {
                if (!await bot.RestsAsync(StateJson.Read<DueBody>(row.Body)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether all that is due rests until its day and hour: a look at what a channel has to be reminded of, or at its digest. That may be soon.</summary>
    private static async Task<bool> RestsAsync(this BotUnderTest bot, DueBody due)
    {
        var rows = await bot.Store.RangeAsync(due.Partition, $"{Keys.OutFrom}{due.Id}|", $"{Keys.OutFrom}{due.Id}}}", 100, CancellationToken.None);
        return rows.Count > 0 && rows.Select(row => StateJson.Read<OutboxRow>(row.Body))
            .All(row => row.Message is Remind or WatchDigest or WatchOwnDigest or EnqueueDigest or Tidy && row.NotBefore > bot.Teams.Clock.GetUtcNow());
    }

    /// <summary>Waits until the channel's own list has the thread in that state: the row that a digest counts.</summary>
    public static Task UntilListedAsync(this BotUnderTest bot, Sent card, ThreadStatus status) => UntilAsync(async () =>
    {
        var thread = card.Card![Verbs.Approve].Data[Verbs.Thread];
        var channel = Keys.Channel(Tenant, Marketing.Id);
        var row = await bot.Store.ReadAsync(channel, Keys.ListedOpen(thread), CancellationToken.None)
            ?? await bot.Store.ReadAsync(channel, Keys.ListedOver(thread), CancellationToken.None);
        return row is not null && StateJson.Read<ListedThread>(row.Body).Status == status;
    });

    /// <summary>Looks again and again until what the outbox does beside the test is done.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition())
        {
            await look.WaitForNextTickAsync(patience.Token);
        }
    }
}
