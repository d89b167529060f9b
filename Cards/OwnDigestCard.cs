using BridgeBot.Cards.Elements;
using BridgeBot.Core.Digest;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>A rep's digest: how their requests are doing, and what was made for others that may fit their customers.</summary>
public static class OwnDigestCard
{
    private const int LongestTitle = 120;
    private const int LongestName = 60;

    /// <summary>Adaptive Card JSON.</summary>
    /// <param name="digest">What it says.</param>
    /// <param name="rep">Who reads it.</param>
    public static RenderedCard Render(OwnDigest digest, Person rep) => CardJson.Fit(most => AdaptiveCard.Of(
        Inert.Ours(Summary(digest)),
        [
            Blocks.Title(Phrases.OwnDigestTitle),
            Blocks.Said(Inert.Fill(digest.IsEmpty ? Phrases.OwnDigestEmpty : Phrases.OwnDigestLine, Inert.Line(rep.Name, Math.Min(most, LongestName)))),
            .. Part(Phrases.OwnDigestNeeds, digest.NeedsThem, thread => Row(thread, most)),
            .. Part(Phrases.OwnDigestHelped, digest.DidItHelp, thread => Row(thread, most)),
            .. Part(Phrases.OwnDigestUnderWay, digest.UnderWay, thread => Row(thread, most)),
            .. Part(Phrases.OwnDigestOthers, digest.ForOthers, delivered => ForOthers(delivered, most)),
            Blocks.Aside(Phrases.OwnDigestHint) with { Spacing = Spacing.Large },
        ]));

    /// <summary>What a notification shows.</summary>
    public static string Summary(OwnDigest digest) => Phrase.Of(
        Phrases.OwnDigestSummary, digest.NeedsThem.All, digest.DidItHelp.All, digest.UnderWay.All);

    private static IEnumerable<CardElement> Part<T>(string heading, Shortlist<T> list, Func<T, CardElement> row) => list.All == 0
        ? []
        :
        [
            Blocks.Heading(heading),
            .. list.First.Select(row),
            .. list.More == 0 ? (CardElement[])[] : [Blocks.Aside(Phrase.Of(Phrases.DigestMore, list.More))],
        ];

    private static Container Row(RequestThread thread, int most) => new(
        [
            new RichTextBlock([new(Inert.Line(thread.Request.Title, Math.Min(most, LongestTitle)))]),
            Blocks.SaidAside(Inert.Fill(Phrases.OwnDigestRow, Inert.Line(thread.Reference), StatusCard.Status(thread))) with { Spacing = Spacing.None },
        ])
    {
        Spacing = Spacing.Small,
    };

    private static Container ForOthers(DigestEvent delivered, int most) => new(
        [
            new RichTextBlock([new(Inert.Line(delivered.Title, Math.Min(most, LongestTitle)))]),
            Blocks.SaidAside(Inert.Fill(
                Phrases.OwnDigestOthersRow, Inert.Line(delivered.Customer, LongestName), Inert.Line(delivered.Marketer?.Name, LongestName))) with
            {
                Spacing = Spacing.None,
            },
        ])
    {
        Spacing = Spacing.Small,
    };
}
