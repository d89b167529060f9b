using System.Globalization;
using BridgeBot.Cards.Elements;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>The buttons of a thread: those that its status allows.</summary>
internal static class ThreadButtons
{
    /// <summary>Marketing's buttons, in the order in which they are shown. The ids of the inputs are unique among those of one status.</summary>
    private static readonly (Func<ThreadStatus, bool> IsAllowed, Func<RequestThread, CardAction> Button)[] OfMarketing =
    [
        (Allows<Approve>, thread => Press(thread, Phrases.ButtonApprove, Verbs.Approve) with { Style = ActionStyle.Positive }),
        (Allows<Approve>, thread => Unfold(
            Phrases.ButtonApproveFor,
            Press(thread, Phrases.ButtonApproveForSend, Verbs.Approve),
            Day(),
            Owner(Phrases.OwnerLabel),
            Blocks.Aside(Phrase.Of(Phrases.OwnerHint, References.Plain(thread.Reference))))),
        (Allows<Decline>, thread => Unfold(
            Phrases.ButtonDecline,
            Press(thread, Phrases.ButtonDeclineSend, Verbs.Decline),
            Box(For(Phrases.DeclineLabel, thread), Verbs.InputReason) with { Placeholder = Phrases.DeclinePlaceholder },
            Optional(Inert.Ours(Phrases.AlternativeLabel), Verbs.InputAlternative))),
        (Allows<Ask>, thread => Unfold(
            Phrases.ButtonAsk, Press(thread, Phrases.ButtonAskSend, Verbs.Ask), Box(For(Phrases.AskLabel, thread)))),
        (Allows<RequestChanges>, thread => Unfold(
            Phrases.ButtonChanges,
            Press(thread, Phrases.ButtonChangesSend, Verbs.RequestChanges),
            Box(For(Phrases.ChangesLabel, thread), Verbs.InputChanges))),
        (Allows<Deliver>, thread => Unfold(
            Phrases.ButtonDeliver,
            Press(thread, Phrases.ButtonDeliverSend, Verbs.Deliver) with { Style = ActionStyle.Positive },
            Box(For(Phrases.DeliverLabel, thread)))),
        (Allows<Take>, thread => Press(
            thread, thread.Status is ThreadStatus.InProgress ? Phrases.ButtonTakeOver : Phrases.ButtonTake, Verbs.Take)),
        (Allows<Assign>, thread => Unfold(
            Phrases.ButtonAssign,
            Press(thread, Phrases.ButtonAssignSend, Verbs.Assign),
            Owner(Phrases.AssignLabel),
            Blocks.Aside(Phrase.Of(Phrases.OwnerHint, References.Plain(thread.Reference))))),
        (Allows<Promise>, PromiseButton),
        (Allows<Reopen>, ReopenButton(Verbs.Reopen)),
        (_ => true, thread => Press(thread, Phrases.ButtonHistory, Verbs.History)),
    ];

    private static Inert Required => Inert.Ours(Phrases.TextRequired);

    /// <summary>Marketing's buttons.</summary>
    public static IReadOnlyList<CardAction> Of(RequestThread thread) =>
        [.. OfMarketing.Where(each => each.IsAllowed(thread.Status)).Select(each => each.Button(thread))];

    /// <summary>A button of the rep about a question, in the personal chat.</summary>
    public static ExecuteAction About(RequestThread thread, Question question, string title, string verb) =>
        Press(thread, title, verb).With(Verbs.Question, Number(question.Number));

    /// <summary>A button about a thread.</summary>
    public static ExecuteAction Press(RequestThread thread, string title, string verb) =>
        new(title, verb, [(Verbs.Requester, thread.RequesterId), (Verbs.Thread, thread.Id), (Verbs.Version, Number(thread.Version))]);

    /// <summary>Opens a thread again, with a reason.</summary>
    public static Func<RequestThread, CardAction> ReopenButton(string verb) => thread => Unfold(
        Phrases.ButtonReopen,
        Press(thread, Phrases.ButtonReopenSend, verb),
        Box(Inert.Ours(Phrases.ReopenLabel), Verbs.InputReason));

    /// <summary>A box that must be filled in before it is sent.</summary>
    public static TextInput Box(Inert label, string id = Verbs.InputText) =>
        Optional(label, id) with { IsRequired = true, ErrorMessage = Required };

    /// <summary>A box that may stay empty.</summary>
    public static TextInput Optional(Inert label, string id = Verbs.InputText) =>
        new(id, label) { IsMultiline = true, MaxLength = ThreadPolicy.LongestText };

    private static ShowCardAction PromiseButton(RequestThread thread)
    {
        var day = Day() with { IsRequired = true, ErrorMessage = Required };
        return thread.Work?.Promised is null
            ? Unfold(Phrases.ButtonPromise, Press(thread, Phrases.ButtonPromiseSend, Verbs.Promise), day)
            : Unfold(
                Phrases.ButtonPromiseOther,
                Press(thread, Phrases.ButtonPromiseSend, Verbs.Promise),
                day,
                Box(For(Phrases.WhyLabel, thread), Verbs.InputWhy));
    }

    /// <summary>A line, not a date picker: a day is typed as it is said, as in the rep's chat.</summary>
    private static TextInput Day() => new(Verbs.InputDay, Inert.Ours(Phrases.DayLabel)) { Placeholder = Phrases.DayPlaceholder };

    /// <summary>Teams' people picker. A client that has none offers whoever looks at it.</summary>
    private static ChoiceSet Owner(string label) => new(Verbs.InputOwner, Inert.Ours(label), [new(Inert.Ours(Phrases.OwnerMyself), Verbs.OwnerMyself)])
    {
        People = PeopleQuery.OfTheConversation,
        Placeholder = Phrases.OwnerPlaceholder,
    };

    private static bool Allows<TCommand>(ThreadStatus status)
        where TCommand : PersonCommand => ThreadPolicy.Allows<TCommand>(status, byRequester: false);

    private static Inert For(string phrase, RequestThread thread) => Inert.Fill(phrase, ThreadParts.Name(thread.Requester));

    private static ShowCardAction Unfold(string title, ExecuteAction send, params IReadOnlyList<CardElement> boxes) =>
        new(title, new AdaptiveCard(boxes) { Actions = [send] });

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
