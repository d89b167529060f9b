namespace BridgeBot.Core.Framing.Manners;

/// <summary>A phrase that lands well.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Pattern">The phrase; see <see cref="Reading.Pattern"/>.</param>
/// <param name="Weight">How far it lifts the score.</param>
/// <param name="Asks">Whether it makes a request courteous, so that nothing needs rewording.</param>
/// <param name="Example">A sentence that holds it.</param>
internal sealed record CourtesyRule(string Id, string Pattern, double Weight, bool Asks, string Example);

/// <summary>What makes a request polite, in the order of effect: gratitude, compliment, a question, a greeting, a hedge.</summary>
/// <remarks>Source: the strategies and their mean politeness in Danescu-Niculescu-Mizil et al. 2013, https://arxiv.org/abs/1306.6078.</remarks>
internal static class CourtesyRules
{
    /// <summary>All rules.</summary>
    public static readonly CourtesyRule[] All =
    [
        new("gratitude", "thanks|thank|thx|cheers|grateful|appreciated|appreciate|merci|danke|gracias you?", 0.9, true, "Thanks for the slides."),
        new("compliment", "loved|love|great|excellent|fantastic|wonderful|brilliant|beautiful|lovely|super", 0.6, false, "The stand was great."),
        new("please", "please|pls|plz|bitte", 0.4, true, "Send it, please."),
        new("could-you", "could|would|can|may|might you|we|i|someone|somebody", 0.5, true, "Could you send it?"),
        new("would-be-good", "would|it'd|that'd be great|lovely|good|nice|helpful|wonderful|awesome|amazing|feasible|possible|useful|ideal", 0.6, true, "It would be great to have one."),
        new("would-it-be", "would it|that|this be", 0.6, true, "Would it be possible?"),
        new("would-love", "i|we|they|customer|she|he|i'd|we'd|they'd would? love|like", 0.5, true, "We would love a page on it."),
        new("any-chance", "any chance|possibility|way", 0.5, true, "Any chance of a copy?"),
        new("do-you-know", "do you|we happen? to? know|have", 0.3, true, "Do you know where it is?"),
        new("suggest", "would|i'd|i|we|might|may suggest|propose|recommend", 0.4, true, "I would suggest adding a table."),
        new("sorry", "sorry to|for|about", 0.4, true, "Sorry to ask."),
        new("pass-on", "passing|pass|sharing this on|so", 0.3, true, "I wanted to pass this on."),
        new("greeting", "^ hi|hello|hey|dear|morning|good|bonjour|hallo", 0.35, false, "Hi there."),
        new("grateful", "kindly|respectfully|appreciated|grateful", 0.4, true, "We would be grateful for a stand."),
        new("would-be-grand", "would be grand|perfect|brill|ace|fab|super|fantastic|ace", 0.6, true, "Friday would be grand."),
        new("smile", "🙂|😊|🙏|👏|😀|😃|❤️|🎉|👍|🙌|☺️", 0.3, false, "Nice page 👏"),
    ];
}
