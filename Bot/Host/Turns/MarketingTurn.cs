using BridgeBot.Cards;
using BridgeBot.Core.Threads;

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

        // The channel's members are those who may decide; Teams says where a click happened, a client cannot.
        if (card is null || card.Channel.ConversationId != click.Envelope.Conversation.ConversationId)
        {
            return new(
                state,
                [],
                click.ShowsAnswer ? [] : [new SendNotice(click.Envelope.Conversation, Notice.DecideInChannel)],
                new NoticeReply(Notice.DecideInChannel));
        }

        if (card.IsDuplicate(click))
        {
            return new(state, [], [new RetireDuplicate(thread.Id, click.CardActivityId!)], new PointerReply(thread));
        }

        // Who presses a button has the card: where a crash came before that was decided, it is decided now, or the rep would hear of
        // the post after the answer to it.
        var posted = RequesterDecider.OnThread(state, thread.Id, new MarkPosted(), context);
        var plan = RequesterDecider.OnThread(posted.After, thread.Id, Command(click), context);
        return plan.Reply is RefusedReply refused
            ? Told(state, click, refused.Why)
            : plan with { Events = [.. posted.Events, .. plan.Events], Messages = [.. posted.Messages, .. plan.Messages] };
    }

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

    private static ThreadCommand Command(Clicked click) => click.Verb switch
    {
        Verbs.Approve => new Approve(click.Envelope.From!),
        Verbs.Decline => new Decline(click.Envelope.From!, click.Data.GetValueOrDefault(Verbs.InputReason)),
        _ => new Ask(click.Envelope.From!, click.Data.GetValueOrDefault(Verbs.InputText)),
    };
}
