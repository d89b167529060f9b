using System.Collections.Frozen;

namespace BridgeBot.Core.Framing.Writing;

/// <summary>How an ask of a kind ends when the rep's words do not ask by themselves; several, so that three in a row differ.</summary>
/// <param name="Closings">The concrete request.</param>
internal sealed record KindPhrases(string[] Closings)
{
    private static readonly KindPhrases Any = new(["Could you help us with this?", "Is this something we could look at together?", "Could you let me know what is possible?"]);

    private static readonly FrozenDictionary<string, KindPhrases> ByKind = new Dictionary<string, KindPhrases>
    {
        ["collateral"] = new(["Could you help us with this?", "Is this something you could help with?", "Could we make this happen together?"]),
        ["presentation"] = new(["Could you help us put it together?", "Could we work on this together?", "Would you have time to help us prepare it?"]),
        ["advertising"] = new(["Is that something we could look into?", "Could we look at the options together?", "What would it take to make this happen?"]),
        ["event"] = new(["Could you help us set this up?", "Could we plan this together?", "Would that be feasible?"]),
        ["reference"] = new(["Could you help us get this in place?", "Could we work on this together?", "What would you need from us to make it happen?"]),
        ["leads"] = new(["Could we look at this together?", "Could you help us sort this out?", "What would be the best way forward?"]),
        ["feedback"] = new(["I wanted to pass this on, in case it helps.", "Passing this on, so that it reaches the right person.", "Sharing this so that it reaches you."]),
        ["exchange"] = new(["Would that work for you?", "Could we find a way to do this?", "Would somebody be up for it?"]),
        ["question"] = new(["Could you point me in the right direction?", "Do you happen to know?", "Could you tell me who would know?"]),
        ["other"] = Any,
    }.ToFrozenDictionary();

    /// <summary>The phrases of every kind.</summary>
    public static IEnumerable<KindPhrases> All => ByKind.Values;

    /// <summary>The phrases of a kind; those of "other" for a kind that was configured later.</summary>
    public static KindPhrases Of(string kind) => ByKind.GetValueOrDefault(kind, Any);

    /// <summary>A closing, by the place of the ask in its message.</summary>
    public string Closing(int place) => Closings[place % Closings.Length];
}
