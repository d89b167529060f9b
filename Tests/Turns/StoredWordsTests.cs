using BridgeBot.Cards;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Outbox;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>What was typed and not agreed to is stored no longer than it takes to post or drop the ask: in no row of any partition, be it
/// the dialog, events, seen keys, what is to be sent or what could not be sent.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class StoredWordsTests : TimedStoryFixture
{
    private const string Marker = "zebrafish";
    private const string Grumble = $"Acme would like a reference from a {Marker} customer, and our useless {Marker} page has none.";

    [Test]
    public async Task Post_InOtherWords_TheTypedOnesAreDeleted()
    {
        var preview = await ComposeAsync();
        await Bot.AgreeToAsync(preview, "Could we have a reference for Acme?");

        await AssertForgottenAsync();
    }

    [Test]
    public async Task Post_AfterAnotherWordingWasDropped_ThatOneIsDeleted()
    {
        var preview = await ComposeAsync();
        var edit = (await Bot.ClickAsync(Sam, Sam.Chat, preview["dialog.Edit"])).Card!;
        var shown = (await Bot.ClickAsync(Sam, Sam.Chat, edit["dialog.SaveEdit"], null, (Verbs.InputText, $"My {Marker} wording"))).Card!;
        await Bot.AgreeToAsync(shown, "Could we have a reference for Acme?");

        await AssertForgottenAsync();
    }

    [Test]
    public async Task Drop_ByItsButton_TheWordsAreDeleted()
    {
        var preview = await ComposeAsync();
        await Bot.ClickAsync(Sam, Sam.Chat, preview["dialog.Skip"]);

        await AssertForgottenAsync();
    }

    [TestCase("leave out")]
    [TestCase("cancel")]
    public async Task Drop_ByAWord_TheWordsAreDeleted(string word)
    {
        await ComposeAsync();
        await Bot.SayAsync(Sam, word);

        await AssertForgottenAsync();
    }

    [Test]
    public async Task Lapse_TheWordsAreDeleted()
    {
        await ComposeAsync();
        await Bot.ExpectLaterAsync(sent => sent.InChat(Sam) && sent.Text.Contains("7 days", StringComparison.Ordinal), TimeSpan.FromHours(6));

        // What is due still has to be swept, a second after the other.
        await StoredStory.UntilAsync(() =>
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(!RowsWithTheWords().Any());
        });
    }

    [Test]
    public async Task Drop_WhileTheChatRefusesANoteThatQuotes_TheDeadLetterDoesNot()
    {
        await Bot.SayAsync(Sam, "Acme would like a reference from a packaging customer.");
        var form = (await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.HasButton("dialog.Next"))).Card!;
        Bot.Teams.Always(sent => sent.InChat(Sam) && sent.Text.Contains(Marker, StringComparison.Ordinal), new Behaviour.Fails(403));
        await Bot.SubmitAsync(Sam, Sam.Chat, form["dialog.Next"], null, ("in_field_deadline", $"the {Marker} day"));
        await StoredStory.UntilAsync(() => Task.FromResult(Bot.StoredRows().Any(row => row.Key.StartsWith(Keys.DeadFrom, StringComparison.Ordinal))));
        await Bot.SayAsync(Sam, "cancel");

        await AssertForgottenAsync();
    }

    [Test]
    public async Task Answer_InOtherWords_TheDraftIsDeleted()
    {
        var question = await Bot.AskAsync(await Bot.PostAsync());
        await Bot.AnswerAsync(question, $"only {Marker}");
        Assert.That(RowsWithTheWords(), Is.Not.Empty);
        var preview = await Bot.AnswerAsync(question, "twelve pages");
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Verbs.AnswerSend]);

        await AssertForgottenAsync();
    }

    [Test]
    public async Task Answer_DecidedBeforeItWasSent_TheDraftIsDeleted()
    {
        var card = await Bot.PostAsync();
        await Bot.AnswerAsync(await Bot.AskAsync(card), $"only {Marker}");
        Assert.That(RowsWithTheWords(), Is.Not.Empty);
        await Bot.ApproveAsync(Maria, card);

        await AssertForgottenAsync();
    }

    /// <summary>The preview of an ask whose words are stored by then: else the tests would find nothing for another reason.</summary>
    private async Task<Card> ComposeAsync()
    {
        var preview = await Bot.ComposeAsync(Grumble);
        Assert.That(RowsWithTheWords(), Is.Not.Empty);
        return preview;
    }

    private async Task AssertForgottenAsync()
    {
        await Bot.SettledAsync();
        Assert.That(RowsWithTheWords(), Is.Empty);
    }

    private IEnumerable<(string Partition, string Key, string Body)> RowsWithTheWords() =>
        Bot.StoredRows().Where(row => $"{row.Partition} {row.Key} {row.Body}".Contains(Marker, StringComparison.OrdinalIgnoreCase));
}
