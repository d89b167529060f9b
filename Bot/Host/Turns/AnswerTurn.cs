using System.Globalization;
using BridgeBot.Cards;
using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>The rep's answer to marketing's question: typed, seen in a preview, and only then sent.</summary>
internal static class AnswerTurn
{
    /// <summary>Typed as <c>answer BR-7K3Q2M ...</c>.</summary>
    public static RequesterPlan Typed(RequesterState state, string reference, string text)
    {
        var thread = state.Threads.Values.FirstOrDefault(thread => thread.Reference == reference);
        if (thread?.OpenQuestion is not { } question)
        {
            return Refused(state, thread is null ? new NoSuchThread() : new NothingToAnswer());
        }

        if (text.Length == 0)
        {
            return new(state, [], [new SendQuestion(thread.Id, question.Number)], new NoReply());
        }

        return text.Length > ThreadPolicy.LongestText
            ? Refused(state, new TextTooLong(ThreadPolicy.LongestText))
            : new(Keep(state, thread.Id, new AnswerDraft(question.Number, text)), [], [new SendAnswerPreview(thread.Id)], new NoReply());
    }

    /// <summary>Pressed on the question's card or on the preview.</summary>
    public static RequesterPlan Clicked(RequesterState state, Clicked click, TurnContext context)
    {
        var thread = state.Threads.GetValueOrDefault(click.Data.GetValueOrDefault(Verbs.Thread, ""));
        if (thread?.OpenQuestion is not { } question
            || click.Data.GetValueOrDefault(Verbs.Question) != question.Number.ToString(CultureInfo.InvariantCulture))
        {
            return Answer(state, click, new RefusedReply(thread is null ? new NoSuchThread() : new NothingToAnswer()));
        }

        var draft = state.Answers.GetValueOrDefault(thread.Id) is { } kept && kept.Number == question.Number ? kept : null;
        return click.Verb switch
        {
            Verbs.AnswerPreview => Preview(state, click, thread, question),
            Verbs.AnswerSend when draft is not null => click.Data.GetValueOrDefault(Verbs.InputText) == draft.Text
                ? Send(state, click, thread, question, draft, context)
                : Show(state, click, thread, question, draft.Text),
            _ => click.ShowsAnswer
                ? RequesterPlan.Unchanged(state, new QuestionReply(thread, question, draft?.Text))
                : new(state, [], [new SendQuestion(thread.Id, question.Number)], new NoReply()),
        };
    }

    private static RequesterPlan Preview(RequesterState state, Clicked click, RequestThread thread, Question question)
    {
        var text = click.Data.GetValueOrDefault(Verbs.InputText, "").Trim();
        return text.Length switch
        {
            0 => Answer(state, click, new RefusedReply(new TextMissing())),
            > ThreadPolicy.LongestText => Answer(state, click, new RefusedReply(new TextTooLong(ThreadPolicy.LongestText))),
            _ => Show(Keep(state, thread.Id, new AnswerDraft(question.Number, text)), click, thread, question, text),
        };
    }

    /// <summary>The preview. Also what an older preview's Send comes to: what is sent was read right above the button.</summary>
    private static RequesterPlan Show(RequesterState state, Clicked click, RequestThread thread, Question question, string text) =>
        new(state, [], click.ShowsAnswer ? [] : [new SendAnswerPreview(thread.Id)], new AnswerReply(thread, question, text));

    /// <summary>An answer that is refused is kept: nobody is told that it was sent.</summary>
    private static RequesterPlan Send(
        RequesterState state, Clicked click, RequestThread thread, Question question, AnswerDraft draft, TurnContext context)
    {
        var plan = RequesterDecider.OnThread(
            state, thread.Id, new AnswerQuestion(state.Head!.Person, question.Number, draft.Text), context);
        return plan.Reply is RefusedReply refused ? Answer(state, click, refused) : plan with { After = Keep(plan.After, thread.Id, null), Reply = new AnsweredReply(thread, draft.Text) };
    }

    /// <summary>The state with another answer in preview for a thread, or none.</summary>
    internal static RequesterState Keep(RequesterState state, string threadId, AnswerDraft? draft)
    {
        var answers = new Dictionary<string, AnswerDraft>(state.Answers);
        answers.Remove(threadId);
        if (draft is not null)
        {
            answers[threadId] = draft;
        }

        return state with { Answers = answers };
    }

    private static RequesterPlan Answer(RequesterState state, Clicked click, RefusedReply reply) =>
        click.ShowsAnswer ? RequesterPlan.Unchanged(state, reply) : Refused(state, reply.Why);

    private static RequesterPlan Refused(RequesterState state, Rejection why) =>
        new(state, [], [new SendRejection(state.Head!.Chat!, why, state.Head.TimeZone)], new NoReply());
}
