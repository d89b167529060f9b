namespace BridgeBot.Core.Framing.Requests;

/// <summary>A word that tells which kind of ask it is.</summary>
/// <param name="Kind">The kind's id.</param>
/// <param name="Pattern">The phrase; see <see cref="Reading.Pattern"/>.</param>
/// <param name="Weight">How surely it tells; the kind with the highest sum wins, then the first.</param>
/// <param name="Asset">Whether the phrase names the thing that is asked for.</param>
/// <param name="Example">A sentence of that kind.</param>
internal sealed record KindRule(string Kind, string Pattern, double Weight, bool Asset, string Example);

/// <summary>What tells the kinds apart. The kinds themselves are configuration; these are their ids.</summary>
internal static class KindRules
{
    public const string Question = "question";
    public const string Feedback = "feedback";
    public const string Presentation = "presentation";
    public const string Other = "other";

    /// <summary>All rules.</summary>
    public static readonly KindRule[] All =
    [
        new("reference", "case study|studies", 4, true, "We need a case study for pharma."),
        new("reference", "testimonial|testimonials|casestudy|case-study|success-story|endorsement|endorsements", 4, true, "Any testimonials from airlines?"),
        new("reference", "customer|user|client logo|logos|quote|quotes|story|stories|reference|references", 3.5, true, "Could we show a customer logo?"),
        new("reference", "success story|stories", 4, true, "We need a success story."),
        new("reference", "use case|cases", 2.5, true, "Let us publish the use case."),
        new("reference", "reference|references|referenceable", 3, true, "They want two references."),
        new("reference", "their|his|her|its logo", 3, true, "They want their logo removed."),
        new("collateral", "logo|logos", 1.4, true, "Where is the logo?"),
        new("reference", "permission", 3.4, false, "We need their permission."),
        new("advertising", "advertise|advertises|advertised|advertising|advert|adverts|ads|ad|advertorial|advertorials|adwords|billboard|billboards", 3.5, true, "Could we advertise there?"),
        new("advertising", "sponsor|sponsoring|sponsorship|sponsorships", 3, true, "Could we sponsor the fair?"),
        new("advertising", "campaign|campaigns|linkedin|instagram|facebook|tweet|tweets|social|newsletter|press-release|promo|promote|promotion|mailing|mailshot", 2, true, "A campaign on LinkedIn."),
        new("advertising", "quarter|half|full page", 2, true, "A full page in the trade press."),
        new("advertising", "social media? post|posts", 3, true, "Please write a social post."),
        new("advertising", "press release|releases", 2.5, true, "We need a press release."),
        new("event", "trade show|shows|fair|fairs", 3, true, "A stand at the trade fair."),
        new("event", "booth|stand|tradeshow|tradeshows|expo|exhibition|exhibitions|swag|giveaways|giveaway|lunch-and-learn|roadshow|hospitality|meetup|freikarten", 3.5, true, "A booth at the expo."),
        new("event", "webinar|webinars|event|events|conference|fair|messe|dinner|breakfast|tickets|summit|hackathon|workshop", 2, true, "Could we hold a webinar?"),
        new("event", "demo unit|units|station|machine|drone|day|stand|area", 4, true, "A demo unit on the stand."),
        new("event", "lunch and|& learn", 3, true, "A lunch and learn."),
        new("exchange", "ride-along|ride-alongs|shadow|shadowing|training|trainings|onboarding|coaching|enablement", 3.5, true, "Join me for a ride-along."),
        new("exchange", "ride along|alongs", 3.5, true, "Join me for a ride along."),
        new("exchange", "come|comes|join|joins|go|visit .. with|out .. me|us|sales", 3.5, true, "Visit Acme with me."),
        new("exchange", "joint|sales|customer session|sessions|call|calls|visit|visits", 2.5, true, "Sit in on a sales call."),
        new("exchange", "sit|sits in|with on|us|me", 3, true, "Sit in on a call."),
        new("exchange", "explain|walk|brief|teach ... field|us|team|reps|sales", 2.5, true, "Explain the slogan to the field."),
        new("leads", "lead|leads|mql|mqls|sql|sqls|badge-scans|inquiries|enquiries|prospecting", 3, true, "The leads from the fair."),
        new("leads", "badge|contact|mailing|email|lead|enquiry|inquiry scan|scans|list|lists|form|forms", 3, true, "The contact form loses data."),
        new("leads", "follow|following up", 1.5, true, "Nobody did the follow up."),
        new("leads", "follow-up|follow-ups|crm|scoring", 1.5, true, "The follow-up is late."),
        new("presentation", "presentation|presentations|demo|demos|pitch|walkthrough|walk-through|präsentation", 3.5, true, "A presentation for the board."),
        new("presentation", "deck|decks|slides|folien", 2.2, true, "A deck for Zenith."),
        new("presentation", "private session", 3, true, "A private session for the board."),
        new("collateral", "brochure|brochures|broschüre|flyer|flyers|leaflet|leaflets|datasheet|datasheets|one-pager|one-pagers|1-pager|1-pagers|two-pager|2-pager|onepager|pdf|pdfs|catalog|catalogue|catalogs|catalogues|handout|handouts|battlecard|battlecards|whitepaper|whitepapers|e-book|infographic|infographics|poster|posters|pricelist|factsheet|fact-sheet|datenblatt", 3, true, "The brochure needs prices."),
        new("collateral", "data|price|pricing|fact|cheat|spec|product|sell sheet|sheets|list|lists", 3, true, "We need a price list."),
        new("collateral", "one|two|1|2 pager|pagers", 3, true, "A one pager, please."),
        new("collateral", "white|battle|quick-ref|landing|product paper|papers|card|cards|page|pages", 3, true, "A white paper on safety."),
        new("collateral", "template|templates|video|videos|clip|film|collateral|translation|roll-up|rollup|banner|banners|photos|renderings|artwork|mailer|folder", 2.4, true, "A template for proposals."),
        new("collateral", "slide|material|materials|content|guide|guides|typo|tagline|page|pages|objects|images|bio|drawings|checklist|graphics|graphic|pack", 1.6, true, "Fix the typo on the page."),
        new("collateral", "sheet|sheets|manual|manuals|certificate|certificates|doc|docs|document|documents|plaquette|folleto|folletos|lookbook|talker|talkers|sticker|stickers|screenshot|screenshots|label|labels|boilerplate|doorhanger|hangtag|newsletter-footer|footer|faq|samples|swatches|referenzliste", 2.2, true, "The manual needs an update."),
        new("collateral", "shelf talker|talkers", 3, true, "Spanish shelf talkers, please."),
        new("collateral", "comparison|tariff|price|order guide|sheet|chart|table", 3, true, "A price guide for dentists."),
        new("collateral", "user|operator|installation manual|leaflet|guide", 3, true, "The user manual in French."),
        new("collateral", "qr code|codes", 3, true, "A new QR code, please."),
        new("collateral", "product|landing|home page|pages", 2.6, true, "Correct the product page."),
        new("reference", "fallstudie|fallstudien|referenz|referenzen|referenzliste", 4, true, "Wir brauchen eine Fallstudie."),
        new("leads", "messeleads|lead-form|lead-list|kontakte", 4, true, "Die Messeleads fehlen."),
        new("advertising", "podcast|post|carousel|co-op|pitch-side|placement|magazine|hashtag|publicity|anzeige", 2, true, "A podcast for farmers."),
        new("advertising", "promo code|codes", 1, true, "Is the promo code valid?"),
        new("event", "roll-ups|hostesses|feria|venue|catering|tailgate|hospitality-box|open-day", 2.4, true, "Catering for the open day."),
        new("exchange", "take|bring|bringing one|some|someone|somebody of|from you|marketing|your .. along|to|with", 3, true, "I could take one of you along."),
        new("exchange", "joint visit|visits|call|calls", 3.5, true, "A joint visit to Zenith."),
        new(Other, "apology|hamper|hampers|gift|gifts|letterhead|uniform|shirts|mockup", 2.4, true, "A gift for the board."),
        new(Feedback, "just letting u|you know", 7, false, "Just letting you know."),
        new(Feedback, "not asking|complaining|expecting", 6, false, "Not asking for anything."),
        new(Feedback, "you want|wanted feedback", 6, false, "You wanted feedback?"),
        new(Feedback, "thought|figured you'd|you want|like|know", 4, false, "Thought you'd like to know."),
        new(Question, "^ is|are|was|does|did the|our|there", 2.4, false, "Is the code dead?"),
        new(Question, "^ who do|should|can i|we ask|talk|contact", 4, false, "Who do I ask about the badge?"),
        new("collateral", "ebook|blog|website|homepage|site|web|copy", 0.8, true, "The website needs an update."),
        new("collateral", "slide|slides|deck|pitch template|templates|deck|decks", 3.2, true, "The slide template is old."),
        new("collateral", "slides {n}", 2.5, true, "Slides 4 and 5 need an update."),
        new("collateral", "bio|logo|customer slide", 3.6, true, "A bio slide of our founder."),
        new("collateral", "info|sales session|training? deck", 3.2, true, "The sales deck is long."),
        new(Other, "business cards", 5, true, "Business cards, please."),
        new(Other, "calculator|configurator|pricing-tool|signature", 3.5, true, "The calculator has a bug."),
        new(Feedback, "no|nothing action|to needed|required|requested|do", 7, false, "No action needed."),
        new(Feedback, "just|only so you|it know|knows|reaches", 7, false, "Just so you know."),
        new(Feedback, "fyi|heads-up|feedback", 3, false, "FYI from the fair."),
        new(Feedback, "market|field note|feedback|intel", 3, false, "Field note from the north."),
        new(Feedback, "says|said|told|complains|complained|reports that|me|us|they|the|our|it", 1.2, false, "Zenith says our bags leak."),
        new(Question, "^ where is|are|can|do|does|lives", 4, false, "Where is the logo?"),
        new(Question, "where .. is|are|lives|live|find|get", 3, false, "Do you know where it lives?"),
        new(Question, "^ which of|one|is|are|version|logo", 4, false, "Which of the logos is right?"),
        new(Question, "^ what is|was|are the|our", 4, false, "What is the link?"),
        new(Question, "what was|is the link|status|date|deadline|name|process", 4, false, "What is the process?"),
        new(Question, "which of the|these|our", 4, false, "Which of the logos is right?"),
        new(Question, "^ who is|do|can|owns|knows|handles", 4, false, "Who owns the brand guide?"),
        new(Question, "^ when is|are|will|can|do", 3.5, false, "When is the next newsletter?"),
        new(Question, "^ do|does|did|is|are we|you|there|anyone have|know|need|any|still|a|an|got", 3.5, false, "Do we have a price list?"),
        new(Question, "^ how do|can|many|much|does we|i|it|long", 3, false, "How do I order it?"),
    ];
}
