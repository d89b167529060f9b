using BridgeBot.Cards;
using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>The rep writes back to marketing about a request: typed, seen in a preview, and only then sent.</summary>
internal static class ReplyTurn
{
    /// <summary>Typed as <c>reply BR-7K3Q2M ...</c>.</summary>
    public static RequesterPlan Typed(RequesterState state, RequestThread thread, string text) => text.Length switch
    {
        0 => new(state, [], [new SendReplyBox(thread.Id)], new NoReply()),
        > ThreadPolicy.LongestText => Refused(state, new TextTooLong(ThreadPolicy.LongestText)),
        _ => new(Keep(state, thread.Id, text), [], [new SendReplyPreview(thread.Id)], new NoReply()),
    };

    /// <summary>Pressed on what marketing wrote, on the box or on the preview.</summary>
    public static RequesterPlan Clicked(RequesterState state, Clicked click, TurnContext context)
    {
        if (state.Threads.GetValueOrDefault(click.Data.GetValueOrDefault(Verbs.Thread, "")) is not { } thread)
        {
            return Answer(state, click, new NoSuchThread());
        }

        var (draft, text) = (Draft(state, thread.Id), click.Data.GetValueOrDefault(Verbs.InputText, "").Trim());
        return click.Verb switch
        {
            Verbs.ReplyPreview when text.Length == 0 => Answer(state, click, new TextMissing()),
            Verbs.ReplyPreview when text.Length > ThreadPolicy.LongestText => Answer(state, click, new TextTooLong(ThreadPolicy.LongestText)),
            Verbs.ReplyPreview => Show(Keep(state, thread.Id, text), click, thread, text),
            Verbs.ReplySend when draft is not null => text == draft ? Send(state, thread, draft, context) : Show(state, click, thread, draft),
            _ => click.ShowsAnswer
                ? RequesterPlan.Unchanged(state, new ReplyBoxReply(thread, draft))
                : new(state, [], [new SendReplyBox(thread.Id)], new NoReply()),
        };
    }

    /// <summary>What is in preview; null if nothing is.</summary>
    public static string? Draft(RequesterState state, string threadId) => state.Answers.GetValueOrDefault(Keys.ReplyName(threadId))?.Text;

    /// <summary>The preview. Also what an older preview's Send comes to: what is sent was read right above the button.</summary>
    private static RequesterPlan Show(RequesterState state, Clicked click, RequestThread thread, string text) =>
        new(state, [], click.ShowsAnswer ? [] : [new SendReplyPreview(thread.Id)], new ReplyPreviewReply(thread, text));

    private static RequesterPlan Send(RequesterState state, RequestThread thread, string draft, TurnContext context)
    {
        var plan = RequesterDecider.OnThread(state, thread.Id, new Reply(state.Head!.Person, draft), context);
        return plan with { After = AnswerTurn.Keep(plan.After, Keys.ReplyName(thread.Id), null), Reply = new RepliedReply(thread, draft) };
    }

    private static RequesterState Keep(RequesterState state, string threadId, string text) =>
        AnswerTurn.Keep(state, Keys.ReplyName(threadId), new AnswerDraft(0, text));

    private static RequesterPlan Answer(RequesterState state, Clicked click, Rejection why) =>
        click.ShowsAnswer ? RequesterPlan.Unchanged(state, new RefusedReply(why)) : Refused(state, why);

    private static RequesterPlan Refused(RequesterState state, Rejection why) =>
        new(state, [], [new SendRejection(state.Head!.Chat!, why, state.Head.TimeZone)], new NoReply());
}
