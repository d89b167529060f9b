using BridgeBot.Cards;
using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>
/// Marketing names a colleague who shall see to a thread. Who is in the channel's team is Teams' to say: it is asked by the outbox, and
/// what it says comes back to be decided.
/// </summary>
internal static class ColleagueTurn
{
    /// <summary>Stands for who is not known yet.</summary>
    private static readonly Person Nobody = new("?", "");

    /// <summary>Picked on the card. Whoever picks themselves is in the channel, and need not be looked up.</summary>
    public static RequesterPlan Picked(RequesterState state, RequestThread thread, Clicked click, TurnContext context)
    {
        var by = click.Envelope.From!;
        var plan = ReadPick(click) switch
        {
            _ when click.Data.GetValueOrDefault(Verbs.InputOwner) == Verbs.OwnerMyself =>
                RequesterDecider.OnThread(state, thread.Id, Assign(by, by, context), context),
            null => RequesterPlan.Unchanged(state, new RefusedReply(new NobodyNamed())),
            { AadObjectId: var id } when id.Equals(by.AadObjectId, StringComparison.OrdinalIgnoreCase) => RequesterDecider.OnThread(state, thread.Id, Assign(by, by, context), context),
            var picked => LookUp(state, thread, by, new PickedColleague(picked), click.Envelope.TimeZone, context),
        };
        return plan.Reply switch
        {
            RefusedReply refused => MarketingTurn.Told(state, click, refused.Why),
            NoReply => plan with { Reply = new ThreadReply(thread) },
            _ => plan,
        };
    }

    /// <summary>An owner who was picked for what has just been approved; whoever approved has it until they are found.</summary>
    public static RequesterPlan PickedToo(RequesterPlan plan, RequestThread thread, Clicked click, TurnContext context)
    {
        if (ReadPick(click) is not { } picked || picked.AadObjectId.Equals(click.Envelope.From!.AadObjectId, StringComparison.OrdinalIgnoreCase))
        {
            return plan;
        }

        Outgoing message = plan.After.Threads[thread.Id].Status is ThreadStatus.Approved
            ? new FindColleague(thread.Id, click.Envelope.From, new PickedColleague(picked), click.Envelope.TimeZone, context.Now)
            : new SendNotice(click.Envelope.Conversation, Notice.OwnerLater);
        return plan with { Messages = [.. plan.Messages, message] };
    }

    /// <summary>Written in the channel as <c>assign BR-7K3Q2M @Robin</c>.</summary>
    public static RequesterPlan Named(RequesterState state, RequestThread thread, Said said, string name, TurnContext context)
    {
        var by = said.Envelope.From!;
        Colleague? colleague = (said.Mentions, name) switch
        {
            ([var mentioned, ..], _) => new MentionedColleague(mentioned.Id, mentioned.Name),
            (_, "") => null,
            _ => new TypedColleague(name),
        };
        return colleague is null
            ? RequesterPlan.Unchanged(state, new RefusedReply(new NobodyNamed()))
            : LookUp(state, thread, by, colleague, said.Envelope.TimeZone, context);
    }

    /// <summary>What came of looking somebody up.</summary>
    public static RequesterPlan LookedUp(RequesterState state, ColleagueLookedUp found, CardRow? card, TurnContext context)
    {
        if (card is null)
        {
            return RequesterPlan.Unchanged(state, new NoReply());
        }

        var below = card.Channel with { RootId = card.ActivityId };
        if (found.Owner is not { } owner)
        {
            return new(state, [], [new SendNotice(below, found.WhyNot, found.Name)], new NoReply());
        }

        var plan = RequesterDecider.OnThread(state, found.Wanted.ThreadId, Assign(found.Wanted.By, owner, context), context);
        return plan.Reply is RefusedReply refused
            ? new(state, [], [new SendRejection(below, refused.Why, found.Wanted.TimeZone)], new NoReply())
            : plan;
    }

    /// <summary>Whether it may be handed over at all is known before anybody is looked up.</summary>
    private static RequesterPlan LookUp(
        RequesterState state, RequestThread thread, Person by, Colleague colleague, string timeZone, TurnContext context) =>
        ThreadDecider.Decide(thread, Assign(by, Nobody, context), context.Now) is Rejected no
            ? RequesterPlan.Unchanged(state, new RefusedReply(no.Why))
            : new(state, [], [new FindColleague(thread.Id, by, colleague, timeZone, context.Now)], new NoticeReply(Notice.LookingUp));

    private static Assign Assign(Person by, Person owner, TurnContext context) => new(by, owner)
    {
        IsOutsiders = !context.Settings.Membership.IsOfMarketing(by),
        IsToAnOutsider = owner != Nobody && !context.Settings.Membership.IsOfMarketing(owner),
    };

    /// <summary>An object id is a GUID; anything else was made up.</summary>
    private static Person? ReadPick(Clicked click) =>
        Guid.TryParse(click.Data.GetValueOrDefault(Verbs.InputOwner), out var id) ? new(id.ToString(), "") : null;
}
