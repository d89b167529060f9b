using BridgeBot.Cards;
using BridgeBot.Core.Lists;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;
using FramingEngine = BridgeBot.Core.Framing.FramingEngine;

namespace BridgeBot.Host.Turns;

/// <summary>
/// One inbound thing -> the turn in the partition that decides on it (<see cref="TurnCommit"/>), or, where nothing can change, its answer.
/// </summary>
internal sealed partial class TurnRunner(
    IStore store,
    People people,
    TurnCommit commit,
    TurnSettings settings,
    AnswerRenderer answers,
    TimeProvider clock,
    ILogger<TurnRunner> log)
{
    private readonly ListAnswer _lists = new(store, answers, clock);
    private readonly SearchAnswer _search = new(store, people, settings.Kinds, clock);

    /// <summary>Decides and commits.</summary>
    /// <exception cref="StoreUnavailableException">The store did not take it; nothing was changed.</exception>
    /// <exception cref="TimeoutException">Conflict after conflict; nothing was changed.</exception>
    public async Task<TurnResult> RunAsync(Inbound inbound, CancellationToken cancel)
    {
        switch (inbound)
        {
            case Ignored ignored:
                LogIgnored(log, ignored.Why);
                return new(new NoAnswer(), null);
            case DigestDue due:
                return (await commit.RunAsync(due.Partition, due, new DigestTurn(store, due), cancel))!;
            case FromOutbox report:
                return await RequesterAsync(report.RequesterId, report, cancel);
            case Clicked { Envelope.From: not null } click when Verbs.IsOfMarketing(click.Verb):
                return NamedRequester(click) is { } named && (click.ShowsAnswer || await IsOfTenantAsync(named, click, cancel))
                    ? await RequesterAsync(named, click, cancel)
                    : await NothingAsync(click, cancel);
            case TooFast { ShowsAnswer: true } click:
                return new(answers.Render(new NoticeReply(Notice.TooFast), click.Envelope.TimeZone), null);
            case Clicked { Envelope.From: null, ShowsAnswer: true } stranger:
                return new(answers.Render(new NoticeReply(Notice.NoPersonId), stranger.Envelope.TimeZone), null);
            case Clicked { Verb: Verbs.List, ShowsAnswer: true, Envelope.From: not null } click:
                return new(await _lists.AnswerAsync(click, cancel), null);
            case Said { IsForBot: true, Envelope.From: not null } said when HandOverTurn.IsMeant(said, settings.Membership):
                return await HandOverAsync(said, cancel);
            case Said { Envelope: { From: not null, Conversation.Type: ConversationType.Channel } } said:
                return await SaidInChannelAsync(said, cancel);
            case Said { IsForBot: false }:
                return new(new NoAnswer(), null);
            case (Searched or AskOpened or AskSent) and FromTeams { Envelope: { From: null } envelope }:
                return new(answers.Render(new NoticeReply(Notice.NoPersonId), envelope.TimeZone), null);
            case Searched search:
                return new(await _search.AnswerAsync(search, cancel), null);
            case AskOpened ask:
                return new(AskAnswer(ask), null);
            case FromTeams activity when IsForTenant(activity):
                return await TenantAsync(activity, cancel);
            case FromTeams { Envelope.From: not null } activity:
                return await OwnAsync(activity, cancel);
            default:
                return new(new NoAnswer(), null);
        }
    }

    /// <summary>A message as marketing would read it; nothing is kept of it.</summary>
    private WindowAnswer AskAnswer(AskOpened ask)
    {
        var today = Calendar.Today(clock.GetUtcNow(), ask.Envelope.TimeZone);
        return new(AskCard.Title, AskCard.Render(ask.Text, FramingEngine.Frame(ask.Text, new(today, ask.Envelope.Locale)), settings.Kinds));
    }

    private static bool IsForTenant(FromTeams activity) => activity switch
    {
        // They tell of a conversation; Teams does not always say who brought them about.
        Installed or Removed => activity.Envelope.Conversation.Type is not ConversationType.Personal,
        { Envelope.From: null } => true,
        { Envelope.Conversation.Type: ConversationType.Personal } => false,
        Said said => ChatCommand.IsAboutChannels(said.Text) || DigestCommand.Read(said.Text) is not null || ChatCommand.IsHelp(said.Text)
            || ChatCommand.ReadRelay(said.Text) is not null
            || (ChatCommand.ReadInChannel(said.Text) is not null && said.Envelope.Conversation.Type is ConversationType.Channel)
            || ChatCommand.ReadList(said.Text) is not null,
        Clicked click => click.Verb == Verbs.List,
        _ => false,
    };

    /// <summary>A command, a reply below a card, or somebody who speaks to the bot. What does neither is nobody's business.</summary>
    private async Task<TurnResult> SaidInChannelAsync(Said said, CancellationToken cancel)
    {
        var here = said.Envelope.Conversation;
        if (said.IsForBot && ChatCommand.ReadMove(said.Text) is { } move)
        {
            return await MoveAsync(said, move.Reference, move.To, cancel);
        }

        if (said.IsForBot && IsForTenant(said) && !(said.IsReply && MayBeForTheRep(said.Text)))
        {
            var about = ChatCommand.ReadInChannel(said.Text) is { } named
                ? await ReferenceAsync(Keys.References, named.Reference, cancel)
                : null;
            return about is null ? await TenantAsync(said, cancel)
                : await RequesterAsync(about.RequesterId, new SaidAbout(said, about.ThreadId), cancel);
        }

        if (said.IsReply && here.RootId is { } root)
        {
            var below = ReferenceAsync(Keys.Channel(here.TenantId, here.ConversationId), Keys.CardAt(root), cancel);
            var head = store.ReadAsync(Keys.Tenant(here.TenantId), Keys.Head, cancel);
            await Task.WhenAll(below, head);
            var tenant = await head is { } row ? StateJson.Read<TenantHead>(row.Body) : null;
            if (await below is { } about && (said.IsForBot || (tenant?.IsMarketings(here) is true && tenant.RelaysAll(here))))
            {
                return await RequesterAsync(about.RequesterId, new SaidAbout(said, about.ThreadId), cancel);
            }

            if (said.IsForBot && tenant?.IsMarketings(here) is true)
            {
                return await TenantAsync(said, cancel);
            }
        }

        return said.IsForBot ? await OwnAsync(said, cancel) : new(new NoAnswer(), null);
    }

    /// <summary>Below a card, what only begins like a command, or is called out, is meant for the rep.</summary>
    private static bool MayBeForTheRep(string text) =>
        ChatCommand.ReadList(text) is { Kind: ListKind.Find } || DigestCommand.Read(text) is DigestUnclear or DigestNoSchedule || text.TrimEnd().EndsWith('!');

    private async Task<ReferenceRow?> ReferenceAsync(string partition, string key, CancellationToken cancel) =>
        await store.ReadAsync(partition, key, cancel) is { } row ? StateJson.Read<ReferenceRow>(row.Body) : null;

    /// <summary>The requester that a button names, if it has the form of one.</summary>
    private static string? NamedRequester(Clicked click) =>
        click.Data.GetValueOrDefault(Verbs.Requester) is { Length: 32 } id && id.All(char.IsAsciiHexDigitLower)
            && click.Data.GetValueOrDefault(Verbs.Thread) is { Length: 32 } thread && thread.All(char.IsAsciiHexDigitLower)
            ? id
            : null;

    /// <summary>Whether a message to the clicker may go through the partition that a button names.</summary>
    private async Task<bool> IsOfTenantAsync(string requesterId, Clicked click, CancellationToken cancel) =>
        await store.ReadAsync(Keys.Requester(requesterId), Keys.Head, cancel) is { } head
            && StateJson.Read<RequesterHead>(head.Body).TenantId == click.Envelope.Conversation.TenantId;

    private async Task<TurnResult> NothingAsync(Clicked click, CancellationToken cancel) => click.ShowsAnswer
        ? new(answers.Render(new RefusedReply(new Core.Threads.NoSuchThread()), click.Envelope.TimeZone), null)
        : await OwnAsync(new ClickedNothing(click), cancel);

    /// <summary>What cannot be moved is answered by the tenant's own partition.</summary>
    private async Task<TurnResult> MoveAsync(Said said, string reference, string? to, CancellationToken cancel)
    {
        if (settings.Membership.Allows(Deed.MoveThread, said.Envelope.From!)
            && await ReferenceAsync(Keys.References, reference, cancel) is { } named
            && await OfRequesterAsync(named.RequesterId, new MoveAsked(said.Envelope, named.ThreadId, to), cancel) is { } result)
        {
            return result;
        }

        return await TenantAsync(said, cancel);
    }

    /// <summary>Who typed it is answered from where they typed it: nothing for them goes through the partition of who leaves.</summary>
    private async Task<TurnResult> HandOverAsync(Said said, CancellationToken cancel)
    {
        var here = said.Envelope.Conversation;
        var asked = new HandOverAsked(said, null, null);
        if (settings.Membership.Allows(Deed.HandOverThreads, said.Envelope.From!)
            && ChatCommand.ReadHandOver(said.Text) is { From: { } from, To: { } to })
        {
            var (leaver, colleague) = (people.FindAsync(here.TenantId, from, cancel), people.FindAsync(here.TenantId, to, cancel));
            await Task.WhenAll(leaver, colleague);
            asked = asked with { From = await leaver, To = await colleague };
        }

        return here.Type is ConversationType.Personal ? await OwnAsync(asked, cancel) : await TenantAsync(asked, cancel);
    }

    private async Task<TurnResult> OwnAsync(FromTeams inbound, CancellationToken cancel)
    {
        var (tenantId, person) = (inbound.Envelope.Conversation.TenantId, inbound.Envelope.From!);
        while (true)
        {
            var id = await people.RequesterIdAsync(tenantId, person.AadObjectId, cancel);
            if (await OfRequesterAsync(id, inbound, cancel) is { } result)
            {
                return result;
            }

            await people.ForgetAsync(tenantId, person.AadObjectId, id, cancel);
        }
    }

    /// <summary>What marketing does, or the outbox: an erased requester's threads take it as well.</summary>
    private async Task<TurnResult> RequesterAsync(string requesterId, Inbound inbound, CancellationToken cancel)
    {
        while (true)
        {
            if (await OfRequesterAsync(requesterId, inbound, cancel) is { } result)
            {
                return result;
            }

            // Whose it was has handed it over: a colleague's partition has it.
            var thread = inbound is SaidAbout about ? about.ThreadId : ((Clicked)inbound).Data[Verbs.Thread];
            var row = await store.ReadAsync(Keys.Requester(requesterId), Keys.Handed(thread), cancel);
            var handed = StateJson.Read<HandedRow>(row!.Body);
            requesterId = handed.RequesterId;
            if (handed.Thread is { } onItsWay)
            {
                // It left there and has not arrived here yet: it arrives now.
                await OfRequesterAsync(requesterId, new ThreadArrives(requesterId, onItsWay, handed.By, handed.Where), cancel);
            }
        }
    }

    private Task<TurnResult?> OfRequesterAsync(string requesterId, Inbound inbound, CancellationToken cancel) =>
        commit.RunAsync(Keys.Requester(requesterId), inbound, new RequesterTurn(store, requesterId, inbound, answers), cancel);

    private async Task<TurnResult> TenantAsync(FromTeams inbound, CancellationToken cancel) =>
        (await commit.RunAsync(
            Keys.Tenant(inbound.Envelope.Conversation.TenantId), inbound, new TenantTurn(store, inbound), cancel))!;

    [LoggerMessage(Level = LogLevel.Debug, Message = "Ignored an activity: {Why}")]
    private static partial void LogIgnored(ILogger log, string why);
}
