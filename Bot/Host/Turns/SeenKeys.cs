using BridgeBot.Cards;

namespace BridgeBot.Host.Turns;

/// <summary>What makes an input the same as one that was decided before.</summary>
internal static class SeenKeys
{
    /// <summary>
    /// The activity's own key, and for a click a second one: Teams delivers a slow click again under a new id. Only a
    /// button that says which version it was shown for can be told from a later, meant click; the same button on a duplicate of
    /// the card is another one. An answer's preview and Edit may be pressed again for the same version, as may what opens a request to
    /// change it or only shows something, and do no harm twice; a colleague who was not found may be looked up again.
    /// </summary>
    public static IReadOnlyList<string> Of(Inbound inbound) => inbound switch
    {
        FromOutbox report => [report.SeenKey],
        Clicked { Envelope: { From: { } person } envelope } click
            when click.Verb is not (Verbs.AnswerPreview or Verbs.AnswerEdit or Verbs.MyChange or Verbs.Assign or Verbs.ReplyPreview or Verbs.ReplyEdit) && !Verbs.OnlyShows(click.Verb)
                && (click.Data.ContainsKey(Verbs.Version) || click.Data.ContainsKey(Verbs.Revision)) =>
            [
                envelope.SeenKey,
                string.Join(
                    '\n',
                    [
                        "click", envelope.Conversation.TenantId, person.AadObjectId, click.CardActivityId ?? "", click.Verb,
                        .. click.Data.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"),
                    ]),
            ],
        FromTeams activity => [activity.Envelope.SeenKey],
        _ => [],
    };
}
