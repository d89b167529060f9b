using System.Text.Json.Nodes;
using BridgeBot.Cards;
using BridgeBot.Tests.Turns;

namespace BridgeBot.Tests.Faults;

/// <summary>One request from the rep's message to the last word about its approval, as its people play it. Each step is taken again as
/// they would, until it has worked.</summary>
internal sealed class PlayedRequest
{
    /// <summary>The verb of the preview's button.</summary>
    public const string Post = "dialog.Post";

    /// <summary>The verb of the form's button.</summary>
    public const string Next = "dialog.Next";

    private const string Posted = "Posted to Marketing";
    private const string GoodNews = "Good news";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly FaultyTeams _teams;
    private readonly Deliveries _deliveries;
    private readonly TeamsActivities _activities;

    public PlayedRequest(int number, FaultyTeams teams, Deliveries deliveries, TeamsActivities activities)
    {
        (Number, _teams, _deliveries, _activities) = (number, teams, deliveries, activities);
        Tenant = TenantOf(number / FaultPlan.InOneChannel);
        Rep = new($"Rep {number:D6}", $"00000000-0000-0000-0001-{number:D12}");
        Chat = new($"a:chat-{number:D6}", "personal") { TenantId = Tenant };
        Channel = ChannelOf(number / FaultPlan.InOneChannel);
        Customer = $"Acme{number:D6}";
    }

    public int Number { get; }

    public string Tenant { get; }

    public Someone Rep { get; }

    public Place Chat { get; }

    public Place Channel { get; }

    /// <summary>A name that is in this request and in no other.</summary>
    public string Customer { get; }

    /// <summary>Whether the click on Post was answered: from here on the request must not be lost.</summary>
    public bool WasPosted { get; private set; }

    /// <summary>Whether a click on Approve was answered with a decision: from here on it must not be lost.</summary>
    public bool WasDecided { get; private set; }

    /// <summary>The step that it waited for when patience ended; null if it came to its end.</summary>
    public string? StuckAt { get; private set; } = "the start";

    /// <summary>How long the last words took after the decision, zero before they came.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>What the two approvers were told.</summary>
    public IReadOnlyList<string> Told { get; private set; } = [];

    public static Someone Maria { get; } = Someone.Maria;

    public static Someone Max { get; } = Someone.Max;

    public static string TenantOf(int channel) => $"11111111-2222-3333-4444-{channel:D12}";

    public static Place ChannelOf(int channel) => new($"19:marketing-{channel:D6}@thread.tacv2", "channel") { TenantId = TenantOf(channel) };

    /// <summary>Plays it.</summary>
    public async Task PlayAsync(CancellationToken cancel)
    {
        try
        {
            await PlayStepsAsync(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // StuckAt says where.
        }
    }

    private async Task PlayStepsAsync(CancellationToken cancel)
    {
        StuckAt = "the installation";
        await DeliverAsync(_activities.Installation(Rep, Chat, "add"), cancel);
        StuckAt = "the first card of the dialog";
        var step = await SayAsync($"{Customer} would like a reference from a packaging customer.", cancel);
        StuckAt = "the preview";
        while (step.Find(Post) is null)
        {
            var values = step.Inputs.Select(input => (input.Id, input.Type == "Input.Date" ? "2027-03-15" : Customer)).ToArray();
            step = (await ClickAsync(() => _activities.Click(Rep, Chat, step[Next], null, values), answer => answer.Card is not null, cancel)).Card!;
        }

        StuckAt = "the answer to Post";
        await ClickAsync(() => _activities.Click(Rep, Chat, step[Post], null), _ => true, cancel);
        WasPosted = true;
        StuckAt = "the card in the channel";
        await _teams.ExpectAsync(Channel.Id, IsCard, cancel);
        if (Number % 2 == 0)
        {
            StuckAt = "the word that it was posted";
            await _teams.ExpectAsync(Chat.Id, IsPostedNote, cancel);
        }

        StuckAt = "the answer to Approve";
        await DecideAsync(cancel);
        var decided = TimeProvider.System.GetTimestamp();
        StuckAt = "the update of the card";
        await _teams.ExpectAsync(Channel.Id, IsDecidedCard, cancel);
        StuckAt = "the reply below the card";
        await _teams.ExpectAsync(Channel.Id, sent => sent.Method == "POST" && sent.Root is { } root && IsOfThis(root) && sent.Text.Length > 0, cancel);
        StuckAt = "the good news";
        await _teams.ExpectAsync(Chat.Id, IsNews, cancel);
        Took = TimeProvider.System.GetElapsedTime(decided);
        StuckAt = null;
    }

    /// <summary>Says something, and again each time that the bot asks for it, until its card is there.</summary>
    private async Task<Card> SayAsync(string text, CancellationToken cancel)
    {
        HashSet<string?> apologies = [];
        while (true)
        {
            await DeliverAsync(_activities.Message(Rep, Chat, text), cancel);
            var reply = await _teams.ExpectAsync(
                Chat.Id,
                sent => sent.HasButton(Next) || sent.HasButton(Post) || (IsApology(sent) && !apologies.Contains(sent.ActivityId)),
                cancel);
            if (!IsApology(reply)) return reply.Card!;
            apologies.Add(reply.ActivityId);
        }
    }

    /// <summary>The first card of the request in the channel, or a duplicate.</summary>
    public bool IsCard(Sent sent) => sent.IsNewPost && IsAbout(sent);

    public bool IsDecidedCard(Sent sent) => sent.Method == "PUT" && IsAbout(sent) && IsDecided(sent);

    public static bool IsDecided(Sent sent) => !sent.HasButton(Verbs.Approve) && sent.Card!.ToString().Contains("Approved by", StringComparison.Ordinal);

    public static bool IsPostedNote(Sent sent) => sent.Text.Contains(Posted, StringComparison.Ordinal);

    public static bool IsApology(Sent sent) => sent.Text == Messages.SendAgain;

    public static bool IsNews(Sent sent) => sent.Text.Contains(GoodNews, StringComparison.Ordinal);

    private bool IsAbout(Sent sent) => sent.Card?.ToString().Contains(Customer, StringComparison.Ordinal) is true;

    private bool IsOfThis(string root) => _teams.In(Channel.Id).Any(arrival => IsCard(arrival.Sent) && arrival.Sent.ActivityId == root);

    /// <summary>Both press Approve at once, on two hosts if there are, each until the answer is a decision: a card that was posted a moment ago may not be recorded yet.</summary>
    private async Task DecideAsync(CancellationToken cancel) =>
        Told = await Task.WhenAll(ApproveAsync(Maria, 0, cancel), ApproveAsync(Max, 1, cancel));

    private async Task<string> ApproveAsync(Someone who, int host, CancellationToken cancel)
    {
        for (var i = 0; ; i++)
        {
            var cards = _teams.In(Channel.Id).Where(arrival => IsCard(arrival.Sent)).ToList();
            var card = cards[i % cards.Count].Sent;
            var answer = await ClickAsync(() => _activities.Click(who, Channel, card.Card![Verbs.Approve], card.ActivityId), _ => true, cancel, host);
            if (Decision(answer) is { } told)
            {
                WasDecided = true;
                return told;
            }

            await Task.Delay(Pause, cancel);
        }
    }

    /// <summary>Who approved, as the answer says it; null if it does not.</summary>
    private static string? Decision(Answer answer)
    {
        var text = answer.Card?.ToString() ?? answer.Message;
        return text.Contains("pproved by", StringComparison.Ordinal)
            ? new[] { Maria.Name, Max.Name }.Single(name => text.Contains($"pproved by {name}", StringComparison.Ordinal))
            : null;
    }

    private async Task DeliverAsync(JsonObject activity, CancellationToken cancel) => await _deliveries.DeliverAsync(activity, null, cancel);

    /// <summary>Clicks again, under a new id, as long as the answer says that it did not work.</summary>
    private async Task<Answer> ClickAsync(Func<JsonObject> click, Predicate<Answer> isGood, CancellationToken cancel, int? first = null)
    {
        while (true)
        {
            if (await _deliveries.DeliverAsync(click(), first, cancel) is { } answer && !answer.IsError && isGood(answer))
            {
                return answer;
            }

            await Task.Delay(Pause, cancel);
        }
    }
}
