using BridgeBot.Cards;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>What a rep does about a request of their own: look at it, change it, take it back, say whether it helped.</summary>
internal static class OwnThreadTurn
{
    /// <summary>Typed as <c>withdraw BR-7K3Q2M</c>.</summary>
    public static RequesterPlan Typed(RequesterState state, AboutThread about, TurnContext context)
    {
        if (state.Threads.Values.FirstOrDefault(thread => thread.Reference == about.Reference) is not { } thread)
        {
            return Refused(state, new NoSuchThread());
        }

        return about.Command switch
        {
            ThreadWord.Reply => ReplyTurn.Typed(state, thread, about.Text),
            ThreadWord.History => new(state, [], [new SendMyHistory(thread.Id, null)], new NoReply()),
            ThreadWord.Status => new(state, [], [new SendMyThread(thread.Id)], new NoReply()),
            ThreadWord.Change => Change(state, thread, null, context),
            ThreadWord.Nudge => Shown(Do(state, thread, NudgeBy(state, context), context), Told(state)),
            ThreadWord.Withdraw => Shown(Do(state, thread, new Withdraw(state.Head!.Person), context), new SendMyThread(thread.Id)),
            ThreadWord.Reopen => Shown(Do(state, thread, new Reopen(state.Head!.Person, about.Text), context), new SendMyThread(thread.Id)),
            _ => Shown(Do(state, thread, new Thank(state.Head!.Person, about.Text), context), new SendThanked(thread.Id)),
        };
    }

    /// <summary>Pressed on one of the rep's own cards.</summary>
    public static RequesterPlan Clicked(RequesterState state, Clicked click, TurnContext context)
    {
        if (state.Threads.GetValueOrDefault(click.Data.GetValueOrDefault(Verbs.Thread, "")) is not { } thread)
        {
            return Answered(state, click, new NoSuchThread());
        }

        switch (click.Verb)
        {
            case Verbs.MyChange:
                return Change(state, thread, click, context);
            case Verbs.MyHistory:
                return state.History is { } history
                    ? RequesterPlan.Unchanged(state, new MyHistoryReply(thread, history))
                    : new(state, [], [new SendMyHistory(thread.Id, ThreadHistory.Until(click))], new NoReply());
            case Verbs.MyShow:
                return click.ShowsAnswer
                    ? RequesterPlan.Unchanged(state, new MyThreadReply(thread))
                    : new(state, [], [new SendMyThread(thread.Id)], new NoReply());
        }

        if (Command(state, click, context) is not { } command)
        {
            return ChatTurn.Refuse(state, click);
        }

        var plan = Do(state, thread, command, context);
        if (plan.Reply is RefusedReply refused)
        {
            return Answered(state, click, refused.Why);
        }

        var after = plan.After.Threads[thread.Id];
        (ClickReply reply, Outgoing message) = command switch
        {
            TellOutcome => (new OutcomeReply(after), new SendNoted(thread.Id)),
            Thank => (new ThankedReply(after), new SendThanked(thread.Id)),
            Nudge => (new NoticeReply(Notice.Nudged), Told(state)),
            _ => ((ClickReply)new MyThreadReply(after), (Outgoing)new SendMyThread(thread.Id)),
        };
        return click.ShowsAnswer ? plan with { Reply = reply } : Shown(plan, message);
    }

    /// <summary>What a click that was decided before is answered with.</summary>
    public static ClickReply Again(RequestThread thread, string verb) => (verb, thread) switch
    {
        (Verbs.MyOutcome, { Feedback: not null }) => new OutcomeReply(thread),
        (Verbs.MyThanks, { ThankYou: not null }) => new ThankedReply(thread),
        (Verbs.MyNudge, _) => new NoticeReply(Notice.Nudged),
        _ => new MyThreadReply(thread),
    };

    private static PersonCommand? Command(RequesterState state, Clicked click, TurnContext context)
    {
        var (by, text) = (state.Head!.Person, click.Data.GetValueOrDefault(Verbs.InputText));
        return click.Verb switch
        {
            Verbs.MyWithdraw => new Withdraw(by),
            Verbs.MyNudge => NudgeBy(state, context),
            Verbs.MyReopen => new Reopen(by, click.Data.GetValueOrDefault(Verbs.InputReason)),
            Verbs.MyThanks => new Thank(by, text),
            _ when ReadOutcome(click) is { } outcome => new TellOutcome(by, outcome, text),
            _ => null,
        };
    }

    private static Outcome? ReadOutcome(Clicked click) => Enum.GetValues<Outcome>()
        .Where(outcome => $"{outcome}" == click.Data.GetValueOrDefault(Verbs.Outcome))
        .Cast<Outcome?>()
        .FirstOrDefault();

    private static Nudge NudgeBy(RequesterState state, TurnContext context) => new(state.Head!.Person, context.Settings.NudgeRest);

    private static SendNotice Told(RequesterState state) => new(state.Head!.Chat!, Notice.Nudged);

    /// <summary>Opens the request as it is; a dialog that is open comes first.</summary>
    private static RequesterPlan Change(RequesterState state, RequestThread thread, Clicked? click, TurnContext context)
    {
        if (state.Dialog is { Draft: not null } open)
        {
            var note = IntakeDialog.FinishFirstNote(open);
            return click is { ShowsAnswer: true }
                ? RequesterPlan.Unchanged(state, new NoteReply(note))
                : new(state, [], [new SendNote(note)], new NoReply());
        }

        // Whether it may be changed at all is known before the rep begins to.
        return ThreadDecider.Decide(thread, new Revise(state.Head!.Person, thread.Request), context.Now) is Rejected no
            ? click is null ? Refused(state, no.Why) : Answered(state, click, no.Why)
            : ChatTurn.Stepped(
                state with { Dialog = null },
                IntakeDialog.Revise(thread.Request, thread.Id, ChatTurn.Context(state, context)),
                click,
                context);
    }

    private static RequesterPlan Do(RequesterState state, RequestThread thread, PersonCommand command, TurnContext context) =>
        RequesterDecider.OnThread(state, thread.Id, command, context);

    /// <summary>Where no answer to a click is shown, a message says what came of it.</summary>
    private static RequesterPlan Shown(RequesterPlan plan, Outgoing message) => plan.Reply is RefusedReply refused
        ? Refused(plan.After, refused.Why)
        : plan with { Messages = [.. plan.Messages, message], Reply = new NoReply() };

    private static RequesterPlan Answered(RequesterState state, Clicked click, Rejection why) =>
        click.ShowsAnswer ? RequesterPlan.Unchanged(state, new RefusedReply(why)) : Refused(state, why);

    private static RequesterPlan Refused(RequesterState state, Rejection why) =>
        new(state, [], [new SendRejection(state.Head!.Chat!, why, state.Head.TimeZone)], new NoReply());
}
