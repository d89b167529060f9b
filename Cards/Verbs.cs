using System.Collections.Frozen;

namespace BridgeBot.Cards;

/// <summary>The verbs of the cards' buttons and the keys of their data. A button's data is made by a client and proves nothing.</summary>
public static class Verbs
{
    /// <summary>Marketing: yes, by <see cref="InputDay"/> and with <see cref="InputOwner"/> if they are filled in.</summary>
    public const string Approve = "approve";

    /// <summary>Marketing: no, with <see cref="InputReason"/> and, if filled in, <see cref="InputAlternative"/>.</summary>
    public const string Decline = "decline";

    /// <summary>Marketing: show me the card as it is.</summary>
    public const string Show = "show";

    /// <summary>Marketing: a question, <see cref="InputText"/>.</summary>
    public const string Ask = "ask";

    /// <summary>Marketing: please change it first, <see cref="InputChanges"/>.</summary>
    public const string RequestChanges = "changes";

    /// <summary>Marketing: mine from now on.</summary>
    public const string Take = "take";

    /// <summary>Marketing: <see cref="InputOwner"/>'s from now on.</summary>
    public const string Assign = "assign";

    /// <summary>Marketing: by <see cref="InputDay"/>, with <see cref="InputWhy"/> if another day was promised before.</summary>
    public const string Promise = "promise";

    /// <summary>Marketing: here it is, <see cref="InputText"/>.</summary>
    public const string Deliver = "deliver";

    /// <summary>Marketing: let us decide anew, <see cref="InputReason"/>.</summary>
    public const string Reopen = "reopen";

    /// <summary>Marketing: what happened so far, up to <see cref="Until"/>.</summary>
    public const string History = "history";

    /// <summary>Marketing: another page of a list: <see cref="ListKind"/>, <see cref="ListText"/>, <see cref="ListTrail"/>.</summary>
    public const string List = "list";

    /// <summary>Rep: show <see cref="InputText"/> as a preview of the answer to a question.</summary>
    public const string AnswerPreview = "answer.preview";

    /// <summary>Rep: send the answer of the preview.</summary>
    public const string AnswerSend = "answer.send";

    /// <summary>Rep: show the answer box again.</summary>
    public const string AnswerEdit = "answer.edit";

    /// <summary>Rep: show <see cref="InputText"/> as a preview of what I write back.</summary>
    public const string ReplyPreview = "reply.preview";

    /// <summary>Rep: send what the preview shows.</summary>
    public const string ReplySend = "reply.send";

    /// <summary>Rep: show the box again.</summary>
    public const string ReplyEdit = "reply.edit";

    /// <summary>Rep: ask marketing about <see cref="InputText"/>, in our chat.</summary>
    public const string AskInChat = "ask.chat";

    /// <summary>Rep: another page of my open requests, from <see cref="Skip"/> on.</summary>
    public const string MyStatus = "my.status";

    /// <summary>Rep: take my request back.</summary>
    public const string MyWithdraw = "my.withdraw";

    /// <summary>Rep: please ask kindly how it is coming along.</summary>
    public const string MyNudge = "my.nudge";

    /// <summary>Rep: let me change my request.</summary>
    public const string MyChange = "my.change";

    /// <summary>Rep: it is not done with that, <see cref="InputReason"/>.</summary>
    public const string MyReopen = "my.reopen";

    /// <summary>Rep: <see cref="Outcome"/>, and what the customer said, <see cref="InputText"/>, if that is filled in.</summary>
    public const string MyOutcome = "my.outcome";

    /// <summary>Rep: thanks, <see cref="InputText"/>.</summary>
    public const string MyThanks = "my.thanks";

    /// <summary>Rep: what happened to my request so far, up to <see cref="Until"/>.</summary>
    public const string MyHistory = "my.history";

    /// <summary>Rep: show me my request as it is.</summary>
    public const string MyShow = "my.show";

    /// <summary>Rep: take the example message with the number <see cref="Example"/> as if it had been typed.</summary>
    public const string TryExample = "example";

    /// <summary>Rep: a button of the dialog; the rest of the verb is a <see cref="Core.Intake.DialogButton"/>.</summary>
    public const string DialogPrefix = "dialog.";

    /// <summary>Data: the verb again, for clients that send Action.Submit.</summary>
    public const string Verb = "verb";

    /// <summary>Data: the requester's partition.</summary>
    public const string Requester = "requester";

    /// <summary>Data: the thread's id.</summary>
    public const string Thread = "thread";

    /// <summary>Data: the thread's version that the card showed.</summary>
    public const string Version = "version";

    /// <summary>Data: that the wording was seen beside a suggestion, so that it is sent as it is.</summary>
    public const string Chosen = "chosen";

    /// <summary>Data: the number of the newest event that a page of the history shall show; the newest of all where it is missing.</summary>
    public const string Until = "until";

    /// <summary>Data: the number of the question.</summary>
    public const string Question = "question";

    /// <summary>Data: whether it helped, a <see cref="Core.Threads.Outcome"/> by name.</summary>
    public const string Outcome = "outcome";

    /// <summary>Data: the dialog's id.</summary>
    public const string Dialog = "dialog";

    /// <summary>Data: the dialog's revision that the card showed.</summary>
    public const string Revision = "revision";

    /// <summary>Data: the number of an example message, from 1.</summary>
    public const string Example = "example";

    /// <summary>Data: how many stand on earlier pages.</summary>
    public const string Skip = "skip";

    /// <summary>Data: which list, a <see cref="Core.Lists.ListKind"/> by name.</summary>
    public const string ListKind = "list";

    /// <summary>Data: what is looked for.</summary>
    public const string ListText = "text";

    /// <summary>Data: where each page after the first begins, separated by commas.</summary>
    public const string ListTrail = "trail";

    /// <summary>Input: why marketing declines. It stands on the same card as <see cref="InputText"/>, and ids are unique in a card.</summary>
    public const string InputReason = "in_reason";

    /// <summary>Input: what would be possible instead of what is declined.</summary>
    public const string InputAlternative = "in_alternative";

    /// <summary>Input: what should be changed.</summary>
    public const string InputChanges = "in_changes";

    /// <summary>Input: a day, in anybody's words.</summary>
    public const string InputDay = "in_day";

    /// <summary>Input: who sees to it, an Entra object id of the people picker's, or <see cref="OwnerMyself"/>.</summary>
    public const string InputOwner = "in_owner";

    /// <summary>A value of <see cref="InputOwner"/>: whoever pressed.</summary>
    public const string OwnerMyself = "me";

    /// <summary>Input: why it is another day.</summary>
    public const string InputWhy = "in_why";

    /// <summary>Input: the one text of a card (a question, an answer, an edited wording).</summary>
    public const string InputText = "in_text";

    /// <summary>Input: a field of the form; the field's id follows.</summary>
    public const string InputFieldPrefix = "in_field_";

    private static readonly FrozenSet<string> OfMarketing =
        FrozenSet.Create(Show, Approve, Decline, Ask, RequestChanges, Take, Promise, Deliver, Reopen, History, Assign);

    private static readonly FrozenSet<string> OfTheRep = FrozenSet.Create(MyNudge, MyWithdraw, MyChange, MyReopen, MyOutcome, MyThanks, MyHistory, MyShow);

    /// <summary>Whether it only shows something: pressed twice, it shows it twice.</summary>
    public static bool OnlyShows(string verb) => verb is Show or History or List or MyShow or MyHistory or MyStatus;

    /// <summary>Whether it is a button of the rep's own about a thread.</summary>
    public static bool IsOfTheRep(string verb) => OfTheRep.Contains(verb);

    /// <summary>Whether it is a button of the card in marketing's channel.</summary>
    public static bool IsOfMarketing(string verb) => OfMarketing.Contains(verb);
}
