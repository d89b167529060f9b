using BridgeBot.Cards;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>
/// Decides what something that came in does to one requester's dialog and threads. Pure: the same state, input and
/// context give the same plan, so that after a conflict it is simply decided again.
/// </summary>
public static class RequesterDecider
{
    /// <summary>Decides.</summary>
    /// <param name="state">The requester as read.</param>
    /// <param name="inbound">What came in; from the requester, from marketing, or from the outbox.</param>
    /// <param name="card">Where the clicked thread's card is; null if it was not read or not posted yet.</param>
    /// <param name="context">The instant, fresh ids, the settings.</param>
    public static RequesterPlan Decide(RequesterState state, Inbound inbound, CardRow? card, TurnContext context) =>
        DecideFrom(state, inbound, card, context with { Where = OriginOf(inbound) });

    private static RequesterPlan DecideFrom(RequesterState state, Inbound inbound, CardRow? card, TurnContext context) => inbound switch
    {
        Installed i => Install(Meet(state, i.Envelope)),
        // Nobody becomes known by going.
        Removed when state.Head is null => RequesterPlan.Unchanged(state, new NoReply()),
        Removed r => Remove(Meet(state, r.Envelope)),
        HandOverAsked h => new(Meet(state, h.Envelope), [], HandOverTurn.Decide(h, context), new NoReply()),
        Said { Envelope.Conversation.Type: ConversationType.Personal } s => ChatTurn.Said(Meet(state, s.Envelope), s, context),
        SaidAbout s => ChannelTurn.Said(state, s, card, context),
        ColleagueLookedUp found => ColleagueTurn.LookedUp(state, found, card, context),
        Said s => Elsewhere(Meet(state, s.Envelope), s, context),
        TooFast t => new(Meet(state, t.Envelope), [], [new SendNotice(t.Envelope.Conversation, Notice.TooFast)], new NoReply()),
        Clicked c when Verbs.IsOfMarketing(c.Verb) => MarketingTurn.Clicked(state, c, card, context),
        AskSent a => AskTurn.Sent(Meet(state, a.Envelope, isTheirChat: false), a, context),
        ClickedNothing c => MarketingTurn.Told(Meet(state, c.Envelope), c.Click, new NoSuchThread()),
        Clicked c => ChatTurn.Clicked(Meet(state, c.Envelope), c, context),
        CardPosted p => OnThread(state, p.ThreadId, new MarkPosted(), context),
        ThreadArrives a => Arrive(state, a, context),
        CardMoved m => OnThread(state, m.ThreadId, new MarkMoved(m.Number, m.By, m.To) { Where = m.By is null ? Origin.Bot : Origin.Channel }, context),
        MoveRefused m when state.Threads.GetValueOrDefault(m.ThreadId) is { } thread =>
            new(state, [], [new SendNotice(m.AskedIn, Notice.NotMoved, thread.Reference)], new NoReply()),
        CardRefused r => OnThread(state, r.ThreadId, new MarkRefused(r.Code), context),
        NewsRefused r => OnThread(state, r.ThreadId, new MarkUnreached(), context),
        CardWaits w => state.Threads.ContainsKey(w.ThreadId)
            ? new(state, [], [new SendNoChannelYet(w.ThreadId)], new NoReply())
            : RequesterPlan.Unchanged(state, new NoReply()),
        NotAnsweredSince u when state.Threads.GetValueOrDefault(u.ThreadId)?.Handover?.AskedAt == u.AskedAt =>
            OnThread(state, u.ThreadId, new FollowUp(), context),
        OwnDigestDue d when state.Head is { DigestSince: not null, Chat: not null } =>
            new(state, [], [new SendOwnDigest(d.From, d.Until)], new NoReply()),
        DialogLapsed l when state.Dialog?.Id == l.DialogId =>
            ChatTurn.Stepped(state, IntakeDialog.Expire(state.Dialog, context.Now, context.Settings.DialogAge), null, context),
        _ => RequesterPlan.Unchanged(state, new NoReply()),
    };

    /// <summary>From what kind of place something comes.</summary>
    internal static Origin OriginOf(Inbound inbound) => inbound switch
    {
        FromTeams { Envelope.Conversation.Type: ConversationType.Personal } => Origin.PersonalChat,
        FromTeams { Envelope.Conversation.Type: ConversationType.GroupChat } => Origin.GroupChat,
        FromTeams or ColleagueLookedUp => Origin.Channel,
        _ => Origin.Bot,
    };

    /// <summary>Carries out a command on a thread and turns its effects into messages.</summary>
    internal static RequesterPlan OnThread(RequesterState state, string threadId, ThreadCommand command, TurnContext context) =>
        ThreadDecider.Decide(
            state.Threads.GetValueOrDefault(threadId),
            command is PersonCommand or Submit ? command with { Where = context.Where } : command,
            context.Now) switch
        {
            Rejected rejected => RequesterPlan.Unchanged(state, new RefusedReply(rejected.Why)),
            Accepted { Events: [] } => RequesterPlan.Unchanged(state, new NoReply()),
            Accepted accepted => Happened(state, accepted),
            _ => throw new InvalidOperationException("a decision without a rule"),
        };

    /// <summary>A thread from a colleague. Whatever still has to be done about it is done from here on.</summary>
    private static RequesterPlan Arrive(RequesterState state, ThreadArrives arrives, TurnContext context)
    {
        var thread = arrives.Thread;
        if (state.Threads.ContainsKey(thread.Id))
        {
            return RequesterPlan.Unchanged(state, new NoReply());
        }

        var with = state with { Threads = new Dictionary<string, RequestThread>(state.Threads) { [thread.Id] = thread } };
        var plan = OnThread(with, thread.Id, new PassToColleague(state.Head!.Person, state.Id, arrives.By) { Where = arrives.Where }, context);
        return plan with
        {
            Messages =
            [
                .. plan.Messages,
                .. thread.OpenQuestion is { } question ? [new SendQuestion(thread.Id, question.Number)] : (Outgoing[])[],
                .. thread is { Status: ThreadStatus.Delivered, Handover: { } handover } ? [new AskWhetherItHelped(thread.Id, handover.At)] : (Outgoing[])[],
            ],
        };
    }

    private static RequesterPlan Happened(RequesterState state, Accepted accepted)
    {
        var thread = accepted.Thread;
        var first = thread.Version - accepted.Events.Count + 1;
        var after = state with { Threads = new Dictionary<string, RequestThread>(state.Threads) { [thread.Id] = thread } };
        return new(
            // What was never sent is private: it goes once nobody can send it any more.
            thread.IsDecided ? AnswerTurn.Keep(after, thread.Id, null) : after,
            [.. accepted.Events.Select((happened, i) => new KeptEvent(thread.Id, first + i, happened))],
            [
                .. accepted.Effects.Select(effect => Message(thread.Id, effect)),
                new ListThread(thread.Id),
                .. accepted.Events.OfType<Delivered>().Select(delivered => new AskWhetherItHelped(thread.Id, delivered.At)),
            ],
            new ThreadReply(thread));
    }

    private static Outgoing Message(string threadId, ThreadEffect effect) => effect switch
    {
        ShowCard => new ReconcileCard(threadId),
        ReplyBelowCard reply => new SendBelowCard(threadId, reply.About),
        TellRequester { About: QuestionAsked asked } => new SendQuestion(threadId, asked.Number),
        TellRequester tell => new SendThreadNews(threadId, tell.About),
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "an effect without a message"),
    };

    /// <summary>Remembers who wrote, from where, in which language and time zone.</summary>
    /// <param name="state">The requester as read.</param>
    /// <param name="envelope">Of what they did.</param>
    /// <param name="isTheirChat">False for a message extension: a chat of two people is called personal too, and the bot is not in it.</param>
    private static RequesterState Meet(RequesterState state, Envelope envelope, bool isTheirChat = true)
    {
        var head = state.Head ?? new RequesterHead(
            envelope.Conversation.TenantId, envelope.From!, null, false, envelope.Locale, envelope.TimeZone, 0);
        return state with
        {
            Head = head with
            {
                Person = envelope.From!.Name.Length > 0 ? envelope.From : head.Person,
                Chat = isTheirChat && envelope.Conversation.Type is ConversationType.Personal ? envelope.Conversation : head.Chat,
                Locale = envelope.Locale,
                TimeZone = envelope.TimeZone,
            },
        };
    }

    /// <summary>Teams reports one installation twice (installationUpdate and conversationUpdate): one welcome an install.</summary>
    private static RequesterPlan Install(RequesterState state)
    {
        IReadOnlyList<Outgoing> messages = (state.Head!.Installed, state.Dialog) switch
        {
            (true, _) => [],
            (false, null) => [new SendWelcome()],
            (false, { } begun) => [new SendWelcome(), new SendUnderstood(begun.Id), new SendStep(begun.Id, begun.Revision)],
        };
        return new(state with { Head = state.Head with { Installed = true } }, [], messages, new NoReply());
    }

    private static RequesterPlan Remove(RequesterState state) =>
        new(state with { Head = state.Head! with { Installed = false, Chat = null } }, [], [], new NoReply());

    /// <summary>A mention in a group or a channel: raw words stay private, so the dialog goes on in the personal chat.</summary>
    private static RequesterPlan Elsewhere(RequesterState state, Said said, TurnContext context)
    {
        var head = state.Head!;
        var hint = new SendNotice(
            said.Envelope.Conversation, head.Chat is null ? Notice.OpenChat : Notice.GoOnInChat, head.Person.Name);
        var plan = state.Dialog is null && !string.IsNullOrWhiteSpace(said.Text)
            ? ChatTurn.Said(state, said, context)
            : new RequesterPlan(state, [], state.Dialog is { } open ? [new SendStep(open.Id, open.Revision)] : [], new NoReply());

        // Without a chat there is nobody to tell, but what was begun must lapse, and what was done to a thread be shown, all the same.
        return plan with { Messages = [hint, .. plan.Messages.Where(message => head.Chat is not null || !message.IsForChat)] };
    }
}
