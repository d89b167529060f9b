using System.Globalization;
using BridgeBot.Cards.Elements;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>The buttons of a thread: those that its status allows.</summary>
internal static class ThreadButtons
{
    /// <summary>Marketing's buttons.</summary>
    public static IReadOnlyList<CardAction> Of(RequestThread thread)
    {
        List<CardAction> buttons = [];
        if (ThreadPolicy.Allows<Approve>(thread.Status))
        {
            buttons.Add(new ExecuteAction(Phrases.ButtonApprove, Verbs.Approve, Data(thread)) { Style = ActionStyle.Positive });
        }

        var requester = ThreadParts.Name(thread.Requester);
        if (ThreadPolicy.Allows<Decline>(thread.Status))
        {
            buttons.Add(Unfold(
                Phrases.ButtonDecline,
                Box(Inert.Fill(Phrases.DeclineLabel, requester), Verbs.InputReason) with { Placeholder = Phrases.DeclinePlaceholder },
                new(Phrases.ButtonDeclineSend, Verbs.Decline, Data(thread))));
        }

        if (ThreadPolicy.Allows<Ask>(thread.Status))
        {
            buttons.Add(Unfold(
                Phrases.ButtonAsk,
                Box(Inert.Fill(Phrases.AskLabel, requester)),
                new(Phrases.ButtonAskSend, Verbs.Ask, Data(thread))));
        }

        return buttons;
    }

    /// <summary>A button of the rep about a question, in the personal chat.</summary>
    public static ExecuteAction About(RequestThread thread, Question question, string title, string verb) => new(
        title,
        verb,
        new Dictionary<string, string>(Data(thread)) { [Verbs.Question] = Number(question.Number) });

    /// <summary>A box that must be filled in before it is sent.</summary>
    public static TextInput Box(Inert label, string id = Verbs.InputText) => new(id, label)
    {
        IsMultiline = true,
        IsRequired = true,
        ErrorMessage = Inert.Ours(Phrases.TextRequired),
        MaxLength = ThreadPolicy.LongestText,
    };

    private static ShowCardAction Unfold(string title, TextInput box, ExecuteAction send) =>
        new(title, new AdaptiveCard([box]) { Actions = [send] });

    private static Dictionary<string, string> Data(RequestThread thread) => new()
    {
        [Verbs.Requester] = thread.RequesterId,
        [Verbs.Thread] = thread.Id,
        [Verbs.Version] = Number(thread.Version),
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
