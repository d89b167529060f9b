using System.Globalization;
using BridgeBot.Cards;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;

namespace BridgeBot.Host.Turns;

/// <summary>A turn in a requester's partition.</summary>
internal sealed class RequesterTurn(IStore store, string requesterId, Inbound inbound, AnswerRenderer answers) : ITurn
{
    private RequesterState _state = null!;
    private CardRow? _card;
    private TenantHead? _tenant;
    private bool _isHanded;
    private string? _spare;

    public async Task LoadAsync(CancellationToken cancel)
    {
        var partition = Keys.Requester(requesterId);
        var cardRow = inbound is Clicked or SaidAbout or ColleagueLookedUp or MoveAsked && ThreadId is { } id
            ? store.ReadAsync(partition, Keys.Card(id), cancel)
            : Task.FromResult<Row?>(null);
        var tenantRow = inbound is MoveAsked move
            ? store.ReadAsync(Keys.Tenant(move.Envelope.Conversation.TenantId), Keys.Head, cancel)
            : Task.FromResult<Row?>(null);
        var steps = inbound is Said && MayPost
            ? StepsOnTheirWayAsync(partition, cancel)
            : Task.FromResult<IReadOnlyList<SendStep>>([]);
        var typed = TypedThreadAsync(cancel);
        _state = await RequesterRows.LoadAsync(store, requesterId, ThreadId, cancel);
        if (await typed is { } over && !_state.Threads.ContainsKey(over))
        {
            _state = await RequesterRows.WithClosedAsync(store, _state, over, cancel);
        }

        _card = await cardRow is { } row ? StateJson.Read<CardRow>(row.Body) : null;
        _tenant = await tenantRow is { } head ? StateJson.Read<TenantHead>(head.Body) : null;
        _isHanded = IsOfMarketing && ThreadId is { } named && !_state.Threads.ContainsKey(named)
            && await store.ReadAsync(partition, Keys.Handed(named), cancel) is not null;
        var current = _state.Dialog is { } dialog ? new SendStep(dialog.Id, dialog.Revision) : null;
        _state = _state with { StepIsOnItsWay = (await steps).Any(step => step == current), History = await HistoryAsync(cancel) };
    }

    private async Task<HistoryPage?> HistoryAsync(CancellationToken cancel) =>
        inbound is Clicked { Verb: Verbs.History or Verbs.MyHistory, ShowsAnswer: true } click
        && _state.Threads.GetValueOrDefault(ThreadId ?? "") is { } thread
            ? await ThreadHistory.ReadAsync(store, thread, ThreadHistory.Until(click), cancel)
            : null;

    /// <summary>The requester's thread with the reference that was typed, which may be over; null if there is none.</summary>
    private async Task<string?> TypedThreadAsync(CancellationToken cancel) =>
        inbound is Said said && ChatCommand.ReadAbout(said.Text) is { } about
        && await store.ReadAsync(Keys.References, about.Reference, cancel) is { } row
        && StateJson.Read<ReferenceRow>(row.Body) is var named && named.RequesterId == requesterId
            ? named.ThreadId
            : null;

    /// <summary>The steps of the dialog that the rep has not seen yet: what was not delivered cannot be agreed to by a word.</summary>
    private async Task<IReadOnlyList<SendStep>> StepsOnTheirWayAsync(string partition, CancellationToken cancel)
    {
        List<SendStep> steps = [];
        await foreach (var row in store.AllAsync(partition, Keys.OutFrom, Keys.OutTo, cancel))
        {
            if (OutboxRow.TryRead(row.Body).Row?.Message is SendStep step)
            {
                steps.Add(step);
            }
        }

        return steps;
    }

    public DecidedTurn? Decide(TurnContext context)
    {
        if (_isHanded)
        {
            return null;
        }

        if (_state.Head?.ErasedAt is not null && inbound is FromTeams && !IsOfMarketing)
        {
            return null;
        }

        var plan = inbound is MoveAsked move
            ? MoveTurn.Decide(_state, move, _card, _tenant, context)
            : RequesterDecider.Decide(_state, inbound, _card, context);
        if (plan is null)
        {
            return null;
        }

        if (_state.Head is null && plan.After.Head is not null)
        {
            plan = plan with { Messages = [.. plan.Messages, new Tidy()] };
        }

        var answer = answers.Render(plan.Reply, (inbound as FromTeams)?.Envelope.TimeZone);
        if (plan.After == _state && plan.Messages.Count == 0)
        {
            return new([], [], 0, answer);
        }

        if (plan.After.Threads.ContainsKey(context.NewId))
        {
            _spare = null;
        }

        var settled = plan.Reply is SettledReply ask
            ? new SettledAsk(ask.Kind, ask.Was, ask.Was is DraftOutcome.Posted ? plan.Events.FirstOrDefault()?.ThreadId : null)
            : null;
        return new([.. RequesterRows.Writes(_state, plan)], plan.Messages, plan.After.Head!.NextNumber, answer, settled);
    }

    /// <summary>A reference for a new thread: only a press of Post, or the word for it, can make one.</summary>
    public async Task<bool> ReserveAsync(string newId, string newReference, CancellationToken cancel)
    {
        _spare = null;
        if (!MayPost)
        {
            return true;
        }

        var row = StateJson.Write(new ReferenceRow(requesterId, newId));
        var isReserved = (await store.CommitAsync(Keys.References, [new Insert(newReference, row)], cancel)).Committed;
        _spare = isReserved ? newReference : null;
        return isReserved;
    }

    public async Task ReleaseAsync(CancellationToken cancel)
    {
        if (_spare is not null)
        {
            await store.CommitAsync(Keys.References, [new Delete(_spare)], cancel);
        }
    }

    public TurnAnswer AnswerAgain(SeenRow seen) => answers.Render(
        inbound switch
        {
            Clicked { ShowsAnswer: true } when seen.Settled is { } ask =>
                new SettledReply(ask.Kind, ask.Was, _state.Threads.GetValueOrDefault(ask.ThreadId ?? "")?.Request.Text ?? ""),
            Clicked { ShowsAnswer: true } click => Again(click),
            AskSent => AskTurn.Again(_state),
            _ => new NoReply(),
        },
        (inbound as FromTeams)?.Envelope.TimeZone);

    private ClickReply Again(Clicked click) => (click.Verb, Thread: _state.Threads.GetValueOrDefault(ThreadId ?? "")) switch
    {
        (var verb, { } thread) when Verbs.IsOfMarketing(verb) =>
            _card is { } card && card.HasLeft(click) ? new PointerReply(thread, card.Channel)
            : _card?.IsDuplicate(click) is true ? new PointerReply(thread)
            : new ThreadReply(thread),
        (Verbs.AnswerSend, { } thread) when AnswerIn(thread, click) is { } answer => new AnsweredReply(thread, answer),
        (Verbs.AnswerPreview or Verbs.AnswerEdit, { OpenQuestion: { } question } thread) when _state.Answers.TryGetValue(thread.Id, out var draft) =>
            new AnswerReply(thread, question, draft.Text),
        (Verbs.ReplySend, { } thread) => new RepliedReply(thread, click.Data.GetValueOrDefault(Verbs.InputText, "")),
        (Verbs.ReplyPreview or Verbs.ReplyEdit, { } thread) => ReplyTurn.Draft(_state, thread.Id) is { } reply
            ? new ReplyPreviewReply(thread, reply)
            : new ReplyBoxReply(thread, null),
        (Verbs.MyChange, _) when _state.Dialog is { Draft: not null } dialog => new StepReply(dialog),
        (var verb, { } thread) when Verbs.IsOfTheRep(verb) => OwnThreadTurn.Again(thread, verb),
        (var verb, _) when verb.StartsWith(Verbs.DialogPrefix, StringComparison.Ordinal) && _state.Dialog is { Draft: not null } dialog =>
            new StepReply(dialog),
        _ => new NoReply(),
    };

    private static string? AnswerIn(RequestThread thread, Clicked click) => thread.Questions
        .FirstOrDefault(question => question.Number.ToString(CultureInfo.InvariantCulture) == click.Data.GetValueOrDefault(Verbs.Question))
        ?.Answer;

    /// <summary>Whether it comes from marketing, and is about a thread wherever that is.</summary>
    private bool IsOfMarketing => inbound is SaidAbout or MoveAsked || (inbound is Clicked click && Verbs.IsOfMarketing(click.Verb));

    private bool MayPost => inbound switch
    {
        Said said => DialogWords.Read(said.Text)?.Button is DialogButton.Post,
        Clicked click => string.Equals(click.Verb, $"{Verbs.DialogPrefix}{DialogButton.Post}", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private string? ThreadId => inbound switch
    {
        Clicked click => click.Data.GetValueOrDefault(Verbs.Thread) is { Length: 32 } id && id.All(char.IsAsciiHexDigitLower) ? id : null,
        SaidAbout about => about.ThreadId,
        ColleagueLookedUp found => found.Wanted.ThreadId,
        CardPosted posted => posted.ThreadId,
        CardRefused refused => refused.ThreadId,
        ThreadArrives arrives => arrives.Thread.Id,
        CardMoved moved => moved.ThreadId,
        MoveRefused refused => refused.ThreadId,
        MoveAsked move => move.ThreadId,
        CardWaits waits => waits.ThreadId,
        NewsRefused refused => refused.ThreadId,
        NotAnsweredSince unanswered => unanswered.ThreadId,
        _ => null,
    };
}
