using System.Globalization;
using BridgeBot.Cards;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>What a rep types and presses in the personal chat.</summary>
internal static class ChatTurn
{
    public static RequesterPlan Said(RequesterState state, Said said, TurnContext context)
    {
        if (ChatCommand.IsStatus(said.Text))
        {
            return new(state, [], [new SendStatus()], new NoReply());
        }

        if (DigestCommand.Read(said.Text) is { } digest)
        {
            return Digest(state, digest, said, context);
        }

        if (state.StepIsOnItsWay)
        {
            return new(state, [], [new SendNotice(said.Envelope.Conversation, Notice.PreviewOnItsWay)], new NoReply());
        }

        if (ChatCommand.ReadAbout(said.Text) is { } about)
        {
            return OwnThreadTurn.Typed(state, about, context);
        }

        if (ChatCommand.ReadAnswer(said.Text) is { } answer)
        {
            return AnswerTurn.Typed(state, answer.Reference, answer.Text);
        }

        return ChatCommand.LacksReference(said.Text)
            ? new(state, [], [new SendNotice(said.Envelope.Conversation, Notice.WhichRequest)], new NoReply())
            : Step(state, new Typed(said.Text, said.Attachments), null, context);
    }

    /// <summary>The rep's own digest; they get it unless they say so.</summary>
    private static RequesterPlan Digest(RequesterState state, DigestCommand command, Said said, TurnContext context)
    {
        var here = said.Envelope.Conversation;
        return command switch
        {
            DigestNow => new(state, [], [new SendOwnDigest(context.Now.AddDays(-7), context.Now)], new NoReply()),
            // What is due in these minutes comes all the same.
            DigestOn or DigestResume when state.Head!.DigestSince is not null =>
                new(state, [], [new SendNotice(here, Notice.OwnDigestOn)], new NoReply()),
            DigestOn or DigestResume => new(
                state with { Head = state.Head! with { DigestSince = context.Now } },
                [],
                [new SendNotice(here, Notice.OwnDigestOn), new WatchOwnDigest(context.Now)],
                new NoReply()),
            DigestOff or DigestPause => new(
                state with { Head = state.Head! with { DigestSince = null } }, [], [new SendNotice(here, Notice.OwnDigestOff)], new NoReply()),
            _ => new(state, [], [new SendNotice(here, Notice.OwnDigestHelp)], new NoReply()),
        };
    }

    public static RequesterPlan Clicked(RequesterState state, Clicked click, TurnContext context)
    {
        if (click.Envelope.Conversation.Type is not ConversationType.Personal)
        {
            return Refuse(state, click);
        }

        return click.Verb switch
        {
            Verbs.AnswerPreview or Verbs.AnswerSend or Verbs.AnswerEdit => AnswerTurn.Clicked(state, click, context),
            Verbs.ReplyPreview or Verbs.ReplySend or Verbs.ReplyEdit => ReplyTurn.Clicked(state, click, context),
            _ when Verbs.IsOfTheRep(click.Verb) => OwnThreadTurn.Clicked(state, click, context),
            Verbs.MyStatus => Status(state, click),
            Verbs.TryExample when Example(click) is { } example => Try(state, example, context),
            _ when ReadPressed(click) is { } pressed => Step(state, pressed, click, context),
            _ => Refuse(state, click),
        };
    }

    /// <summary>Begins a dialog with what somebody wrote elsewhere.</summary>
    public static RequesterPlan Begun(RequesterState state, string text, TurnContext context) => Step(state, new Typed(text, []), null, context);

    /// <summary>Turns the outcome of a step into a plan.</summary>
    /// <param name="state">The state before the step.</param>
    /// <param name="outcome">What the dialog came to.</param>
    /// <param name="click">The click that caused it; null if it was typed, or nobody did anything.</param>
    /// <param name="context">The instant, fresh ids, the settings.</param>
    public static RequesterPlan Stepped(RequesterState state, IntakeOutcome outcome, Clicked? click, TurnContext context)
    {
        var after = outcome.Dialog;
        var reply = click is { ShowsAnswer: true } ? InPlace(state.Dialog, outcome) : new NoReply();
        if (click is { ShowsAnswer: true } && ReferenceEquals(after, state.Dialog))
        {
            return RequesterPlan.Unchanged(state, reply);
        }

        List<Outgoing> messages = [.. outcome.Replies.Where(said => !Covers(reply, said, state.Dialog)).Select(said => Message(said, after ?? state.Dialog))];
        if (after is not null && after.Id != state.Dialog?.Id)
        {
            messages.Add(new ExpireDialog(after.Id));
        }

        var stepped = new RequesterPlan(state with { Dialog = after }, [], messages, reply);
        return outcome.Submission is { } request ? Submitted(state, stepped, request, click, context) : stepped;
    }

    /// <summary>What a step of the dialog must know, in the rep's own calendar.</summary>
    internal static IntakeContext Context(RequesterState state, TurnContext context)
    {
        var head = state.Head!;
        var today = DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTime(context.Now, TimeZoneInfo.FindSystemTimeZoneById(head.TimeZone)).DateTime);
        return new(context.Now, today, head.Locale, context.Settings.Kinds, context.NewId);
    }

    private static RequesterPlan Step(RequesterState state, IntakeInput input, Clicked? click, TurnContext context) =>
        Stepped(state, IntakeDialog.Step(state.Dialog, input, Context(state, context)), click, context);

    /// <summary>A new thread; or, if a posted request was changed, its next wording.</summary>
    private static RequesterPlan Submitted(
        RequesterState before, RequesterPlan stepped, Request request, Clicked? click, TurnContext context)
    {
        var person = stepped.After.Head!.Person;
        var revised = before.Dialog?.Revises;
        var submitted = RequesterDecider.OnThread(
            stepped.After,
            revised ?? context.NewId,
            revised is null
                ? new Submit(context.NewId, context.NewReference, stepped.After.Id, person, request)
                : new Revise(person, request),
            context);
        if (submitted.Reply is RefusedReply refused)
        {
            // Decided meanwhile: what the rep wrote stays in the dialog.
            return click is { ShowsAnswer: true }
                ? RequesterPlan.Unchanged(before, refused)
                : new(before, [], [new SendRejection(before.Head!.Chat!, refused.Why, before.Head.TimeZone)], new NoReply());
        }

        return submitted with { Messages = [.. submitted.Messages, .. stepped.Messages], Reply = stepped.Reply };
    }

    /// <summary>One card moves through the steps of one ask; the next ask begins with a card of its own.</summary>
    private static ClickReply InPlace(Dialog? before, IntakeOutcome outcome)
    {
        var after = outcome.Dialog;
        var note = outcome.Replies.OfType<SayNote>().FirstOrDefault();
        return (before?.Draft, after?.Draft) switch
        {
            _ when ReferenceEquals(before, after) && note is { Say: not IntakeNote.OldCard } => new NoteReply(note),
            ({ } draft, null) => Settled(draft, outcome.Submission is null ? Left(outcome) : DraftOutcome.Posted),
            ({ } draft, { }) when after!.Current != before!.Current => Settled(draft, after.Drafts[before.Current].Outcome),
            (_, { }) => new StepReply(after!),
            _ => new NoReply(),
        };
    }

    private static SettledReply Settled(Draft draft, DraftOutcome was) =>
        new(draft.Kind, was, was is DraftOutcome.Posted ? draft.Wording : "");

    private static DraftOutcome Left(IntakeOutcome outcome) =>
        outcome.Replies.OfType<SayNote>().Any(note => note.Say is IntakeNote.Cancelled) ? DraftOutcome.Open : DraftOutcome.Skipped;

    /// <summary>Whether the clicked card says it already; a message that repeats it would be noise.</summary>
    private static bool Covers(ClickReply reply, IntakeReply said, Dialog? before) => (reply, said) switch
    {
        (StepReply, ShowStep) => true,
        (SettledReply, SayNote { Say: IntakeNote.Skipped or IntakeNote.Cancelled }) => true,
        (SettledReply, SayNote { Say: IntakeNote.AllDone }) => before?.Drafts.Count == 1,
        _ => false,
    };

    private static Outgoing Message(IntakeReply said, Dialog? dialog) => said switch
    {
        ShowUnderstood => new SendUnderstood(dialog!.Id),
        ShowStep => new SendStep(dialog!.Id, dialog.Revision),
        SayNote note => new SendNote(note),
        _ => throw new ArgumentOutOfRangeException(nameof(said), said.GetType().Name, "a reply without a message"),
    };

    private static Pressed? ReadPressed(Clicked click)
    {
        if (!click.Verb.StartsWith(Verbs.DialogPrefix, StringComparison.Ordinal)
            || !Enum.TryParse<DialogButton>(click.Verb.AsSpan(Verbs.DialogPrefix.Length), ignoreCase: true, out var button)
            || !click.Verb.AsSpan(Verbs.DialogPrefix.Length).Equals(Enum.GetName(button), StringComparison.OrdinalIgnoreCase)
            || !int.TryParse(click.Data.GetValueOrDefault(Verbs.Revision), CultureInfo.InvariantCulture, out var revision)
            || !click.Data.TryGetValue(Verbs.Dialog, out var dialog))
        {
            return null;
        }

        return new Pressed(button, dialog, revision, Inputs(click));
    }

    /// <summary>The card's inputs by field id; the one text of an edit box under <see cref="Pressed.Text"/>.</summary>
    private static Dictionary<string, string> Inputs(Clicked click)
    {
        var inputs = click.Data
            .Where(pair => pair.Key.StartsWith(Verbs.InputFieldPrefix, StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key[Verbs.InputFieldPrefix.Length..], pair => pair.Value);
        if (click.Data.TryGetValue(Verbs.InputText, out var text))
        {
            inputs[Pressed.Text] = text;
        }

        return inputs;
    }

    /// <summary>Another page of the open threads.</summary>
    private static RequesterPlan Status(RequesterState state, Clicked click)
    {
        var skip = int.TryParse(click.Data.GetValueOrDefault(Verbs.Skip), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return click.ShowsAnswer
            ? RequesterPlan.Unchanged(state, new StatusReply(state.OpenThreads, skip, state.Dialog))
            : new(state, [], [new SendStatus(skip)], new NoReply());
    }

    private static string? Example(Clicked click) =>
        int.TryParse(click.Data.GetValueOrDefault(Verbs.Example), CultureInfo.InvariantCulture, out var number)
            ? WelcomeCard.Examples.ElementAtOrDefault(number - 1)
            : null;

    /// <summary>Takes an example as if it had been typed, unless that would land in the middle of a dialog.</summary>
    private static RequesterPlan Try(RequesterState state, string example, TurnContext context) => state.Dialog is { Draft: not null } open
        ? RequesterPlan.Unchanged(state, new NoteReply(IntakeDialog.FinishFirstNote(open)))
        : Step(state, new Typed(example, []), null, context) with { Reply = new WelcomeReply() };

    internal static RequesterPlan Refuse(RequesterState state, Clicked click) => click.ShowsAnswer
        ? RequesterPlan.Unchanged(state, new NoticeReply(Notice.NotFromThisCard))
        : new(state, [], [new SendNotice(click.Envelope.Conversation, Notice.NotFromThisCard)], new NoReply());
}
