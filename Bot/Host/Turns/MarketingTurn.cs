using System.Globalization;
using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using FramingEngine = BridgeBot.Core.Framing.FramingEngine;

namespace BridgeBot.Host.Turns;

/// <summary>Marketing's clicks on the card of a thread.</summary>
internal static class MarketingTurn
{
    public static RequesterPlan Clicked(RequesterState state, Clicked click, CardRow? card, TurnContext context)
    {
        var thread = Find(state, click);
        if (thread is null)
        {
            // Nothing goes out through the partition of another tenant.
            return IsOfTenant(state, click)
                ? Told(state, click, new NoSuchThread())
                : RequesterPlan.Unchanged(state, new RefusedReply(new NoSuchThread()));
        }

        if (card is not null && card.HasLeft(click))
        {
            return new(
                state,
                [],
                click.ShowsAnswer ? [] : [new SendNotice(click.Envelope.Conversation, Notice.DecideInChannel)],
                new PointerReply(thread, card.Channel));
        }

        // The channel's members are those who may decide; Teams says where a click happened, a client cannot.
        if (card is null || card.Channel.ConversationId != click.Envelope.Conversation.ConversationId)
        {
            return new(
                state,
                [],
                click.ShowsAnswer ? [] : [new SendNotice(click.Envelope.Conversation, Notice.DecideInChannel)],
                new NoticeReply(Notice.DecideInChannel));
        }

        if (click.Verb == Verbs.History)
        {
            return state.History is { } history
                ? RequesterPlan.Unchanged(state, new HistoryReply(thread, history))
                : new(state, [], [new SendHistory(thread.Id, ThreadHistory.Until(click))], new NoReply());
        }

        if (card.IsDuplicate(click))
        {
            return new(state, [], [new RetireDuplicate(thread.Id, click.CardActivityId!)], new PointerReply(thread));
        }

        if (click.Verb == Verbs.Show)
        {
            return RequesterPlan.Unchanged(state, new ThreadReply(thread));
        }

        if (!TryReadDay(click, context, out var promised))
        {
            return Told(state, click, new NotADay(click.Data[Verbs.InputDay]));
        }

        // Who presses a button has the card: where a crash came before that was decided, it is decided now, or the rep would hear of
        // the post after the answer to it.
        var posted = RequesterDecider.OnThread(state, thread.Id, new MarkPosted(), context);
        if (click.Verb == Verbs.Assign)
        {
            return ColleagueTurn.Picked(state, thread, click, context);
        }

        var command = Command(click, thread, promised, context) with
        {
            Seen = Seen(click),
            IsOutsiders = !context.Settings.Membership.IsOfMarketing(click.Envelope.From!),
        };
        var plan = RequesterDecider.OnThread(posted.After, thread.Id, command, context);
        if (plan.Reply is not RefusedReply && command is Decline decline && Kinder(click, decline, context) is { } softer)
        {
            return RequesterPlan.Unchanged(state, new DeclineReply(thread, decline.Reason!, softer, decline.Alternative));
        }

        return plan.Reply switch
        {
            RefusedReply refused => Told(state, click, refused.Why),
            NoReply => Together(posted, plan) with { Reply = new ThreadReply(thread) },
            _ when command is Approve => ColleagueTurn.PickedToo(Together(posted, plan), thread, click, context),
            _ => Together(posted, plan),
        };
    }

    private static RequesterPlan Together(RequesterPlan first, RequesterPlan then) =>
        then with { Events = [.. first.Events, .. then.Events], Messages = [.. first.Messages, .. then.Messages] };

    /// <summary>A refusal. An older client shows no answer to a click: there it comes as a message.</summary>
    public static RequesterPlan Told(RequesterState state, Clicked click, Rejection why) => new(
        state,
        [],
        click.ShowsAnswer ? [] : [new SendRejection(click.Envelope.Conversation, why, click.Envelope.TimeZone)],
        new RefusedReply(why));

    private static bool IsOfTenant(RequesterState state, Clicked click) => state.Head?.TenantId == click.Envelope.Conversation.TenantId;

    /// <summary>A thread, if it is one of a person of the clicker's tenant.</summary>
    private static RequestThread? Find(RequesterState state, Clicked click) =>
        IsOfTenant(state, click)
            ? state.Threads.GetValueOrDefault(click.Data.GetValueOrDefault(Verbs.Thread, ""))
            : null;

    private static PersonCommand Command(Clicked click, RequestThread thread, PromisedDay? promised, TurnContext context)
    {
        var (by, text, reason) = (click.Envelope.From!, click.Data.GetValueOrDefault(Verbs.InputText), click.Data.GetValueOrDefault(Verbs.InputReason));
        return click.Verb switch
        {
            Verbs.Approve => new Approve(by, null, promised) { Rule = context.Settings.Kinds.Find(thread.Request.Kind).Approvals },
            Verbs.Decline => new Decline(by, reason, click.Data.GetValueOrDefault(Verbs.InputAlternative)),
            Verbs.RequestChanges => new RequestChanges(by, click.Data.GetValueOrDefault(Verbs.InputChanges)),
            Verbs.Take => new Take(by),
            Verbs.Promise => new Promise(by, promised, click.Data.GetValueOrDefault(Verbs.InputWhy)),
            Verbs.Deliver => new Deliver(by, text),
            Verbs.Reopen => new Reopen(by, reason),
            _ => new Ask(by, text),
        };
    }

    /// <summary>A kinder wording of a decline that would sting; null if it would not, if it was chosen beside one, or if the client shows none.</summary>
    private static string? Kinder(Clicked click, Decline decline, TurnContext context) =>
        click.ShowsAnswer && !click.Data.ContainsKey(Verbs.Chosen)
            && decline.Reason!.Length <= DeclineCard.LongestText && !(decline.Alternative?.Length > DeclineCard.LongestText)
            ? FramingEngine.Soften(decline.Reason!, new(Today(click, context), click.Envelope.Locale))
            : null;

    /// <summary>The day that was typed, in the calendar of whoever typed it; none where nothing was typed. False if it is no day.</summary>
    private static bool TryReadDay(Clicked click, TurnContext context, out PromisedDay? promised)
    {
        promised = null;
        if (click.Data.GetValueOrDefault(Verbs.InputDay) is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var today = Today(click, context);
        promised = FramingEngine.ReadDay(text, new(today, click.Envelope.Locale)) is { } day ? new(day, today) : null;
        return promised is not null;
    }

    /// <summary>What day it is for who clicked.</summary>
    private static DateOnly Today(Clicked click, TurnContext context) => Calendar.Today(context.Now, click.Envelope.TimeZone);

    /// <summary>Which version the card showed.</summary>
    private static int? Seen(Clicked click) =>
        int.TryParse(click.Data.GetValueOrDefault(Verbs.Version), CultureInfo.InvariantCulture, out var version) ? version : null;
}
