using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Requests;

/// <summary>Nouns for what marketing can make, send or arrange, although they tell no kind: "a map for the lobby" asks as much as "a brochure for the lobby".</summary>
internal static class ThingWords
{
    private static readonly string[] Singular = (
        "card sheet list photo picture pic image chart slide study form letter map kit box sticker calculator code link app portal sign board invite invitation badge file sample visit "
        + "panel comparison summary copy explainer tour tag notice wall checklist apology drawing caption story booklet statement screen lanyard animation account subtitle shot photographer "
        + "price claim footage crew magnet reprint label mug pen shirt hat cap bag jacket tote notebook calendar planner gift hamper prize voucher coupon discount code "
        + "raffle quiz survey poll interview podcast recording transcript caption voice-over jingle music header footer menu login page tab widget banner logo icon font color colour "
        + "tagline slogan headline blurb abstract bio headshot portrait profile quote review rating testimonial award plaque trophy ribbon signage decal wrap sleeve wobbler hanger talker "
        + "tent backdrop table chair rack screen monitor tablet laptop projector speaker mic microphone stand booth roll-up pull-up flag balloon bowl "
        + "host hostess speaker moderator translator interpreter nurse driver engineer slot seat ticket pass room hall bus coach breakfast lunch dinner drinks barbecue tasting "
        + "email mail mailer mailing newsletter post tweet reel ad advert insert billboard spot campaign keyword audience budget "
        + "report dashboard figure number stat statistic benchmark curve graph table diagram schematic render rendering mock-up mockup prototype model cutaway "
        + "manual guide guidelines handbook playbook script cheatsheet glossary faq q&a template letterhead envelope folder binder pad matrix roadmap timeline case reference "
        + "certificate permission licence license release approval sign-off ok confirmation correction update fix translation version edition size format crop layout proof draft artwork "
        + "sheet one-sheet one-pager leave-behind flipbook ebook e-book webpage microsite website landing-page listing entry directory locator finder configurator tool "
        + "training session workshop walkthrough demo call meeting intro introduction roundtable panel roadshow ride tour demo open-day answer name contact address number date explanation reason "
        + "clip video film trailer teaser gif loop photo-shoot shoot photograph screenshot scan qr barcode nfc url").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static readonly WordSet Words = new(Singular.SelectMany(word => (string[])[word, word + "s", word.EndsWith('y') ? word[..^1] + "ies" : word + "es"]));

    /// <summary>Whether a token is such a noun.</summary>
    public static bool Is(in Token token) => Words.Contains(token);
}
