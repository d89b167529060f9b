namespace BridgeBot.Core.Framing.Writing;

/// <summary>A neutral phrase that reads better another way.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Pattern">The phrase; see <see cref="Reading.Pattern"/>.</param>
/// <param name="Better">What takes its place; <c>*</c> stands for the last word of the phrase.</param>
/// <param name="Example">A sentence that holds it.</param>
/// <param name="Result">The example, reworded.</param>
internal sealed record WordingRule(string Id, string Pattern, string Better, string Example, string Result);

/// <summary>What turns a statement of need or an order into a request.</summary>
/// <remarks>Source: "could you" and indirect requests are more polite than imperatives and statements of want;
/// Danescu-Niculescu-Mizil et al. 2013, https://arxiv.org/abs/1306.6078.</remarks>
internal static class WordingRules
{
    /// <summary>All rules; the longest match wins, then the first.</summary>
    public static readonly WordingRule[] All =
    [
        new("wants", "wants", "would like", "Zenith wants a demo.", "Zenith would like a demo."),
        new("they-want", "they|we|customers|clients|both want", "both would like", "They both want a demo.", "They both would like a demo."),
        new("i-want", "^ i|we want|wanna to?", "I would like", "I want a demo.", "I would like a demo."),
        new("i-need-you", "^ i|we need|want you|someone|somebody to", "could you", "I need you to print it.", "Could you print it?"),
        new("i-need", "^ i|we really? need :?", "could you help us with", "I need a flyer.", "Could you help us with a flyer?"),
        new("i-need-to", "^ i|we need to", "we would like to", "We need to fix the stand.", "We would like to fix the stand."),
        new("i-need-by", "^ i|we need by|till|until", "we would need it *", "We need till Friday.", "We would need it till Friday."),
        new("need", "^ need|needing :?", "could you help us with", "Need a flyer.", "Could you help us with a flyer?"),
        new("fragment-needed", "needed by", "would be needed by", "Slides needed by noon.", "Slides would be needed by noon."),
        new("imperative", "^ please? just? send|fix|make|give|get|add|update|change|replace|remove|put|print|order|book|create|build|design|translate|prepare|share|stop|correct|revise|write|post|sponsor|bring|show|come|join|visit|pause|hold|redo|redirect|pull|approve|upload|cut|swap|drop|rewrite|reprint|resend|forward|confirm|arrange|check|schedule|launch|include|publish|provide|film|record|delete|test|take", "could you please *", "Fix the typo.", "Could you please fix the typo?"),
        new("score", "^ score them|the|leads", "could we score *", "Score them first.", "Could we score them first?"),
        new("demands", "demands|insists", "asks for", "Zenith demands a demo.", "Zenith asks for a demo."),
    ];
}
