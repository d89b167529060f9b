using System.Collections.Frozen;
using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Requests;

/// <summary>How much the words around a name make it a customer's. Competitors, publications, events and people are not.</summary>
internal static class CustomerSigns
{
    /// <summary>What a customer does in a rep's sentence.</summary>
    public static readonly FrozenSet<string> Verbs = (
        "wants want needs need asks asked requested requests reads read says said would wishes likes complains complained told is has have sent "
        + "reports reported expects wartet warten signed cannot can't can could").Split(' ').ToFrozenSet();

    /// <summary>What hardly anything but a customer does, so that the word before is a name even at the start of a sentence.</summary>
    public static readonly FrozenSet<string> StrongVerbs = "wants want needs need asks asked requested requests reads read complains complained wartet expects".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Before = "for at with customer client prospect account kunde kunden my to from für bei über para pour à chez la der die and &".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Marks = "customer client prospect account kunde".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Rivals = "competitor competitors rival while unlike than against vs versus like".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Behind =
        "procurement purchasing lawyers deal account team tender board buyer cto ceo cfo plant depot logo head ceo's team's use case story testimonial steering board's".Split(' ').ToFrozenSet();

    /// <summary>The words of firms: "Foods", "Logistics", "Ltd"; a name that ends in one is a firm.</summary>
    private static readonly FrozenSet<string> Firms = (
        "ltd inc gmbh ag llc corp co group bank union foods food logistics packaging systems valves telecom energy mining marine rail homes water "
        + "bakery catering dairy industries industrial partners holdings insurance airlines hotels pharma chemicals motors steel solutions process "
        + "hospital university clinic clinics council stadtwerke ateliers hof gut robotics brewery shipping foundry farms retail stores construction "
        + "freight express plastics paper mills electronics aerospace aviation dental medical instruments labs laboratories creamery schools school college academy trust trains gardens garden tools textiles software capital consulting engineering electric airways ferries nurseries nursery brauerei quarry lettings countertops cement pools resorts resort chemical surgery vets council councils tents outdoor marine knitwear dyeworks distillers timber castings glass legal hospice farms ford chevrolet ram maritime realty properties estates builders joinery furniture kitchens cabinetry supermercados farmacias clinique bakeries brewing roasters orchards vineyards winery casino theatre museum library depot garage cars autos motor transit cruise lines").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Fairs = "stand booth exhibit exhibiting speak speaking talk stall".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Lost = "lost losing lose went switched gone going".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Titles =
        "dr mr mrs ms prof herr frau mme m chef director manager buyer vp cto ceo cfo coo contact principal president head engineer architect professor from tag ask".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> NotFirms = (
        "sessions magazine weekly gazette times today world journal daily news review messe expo conference fair summit hackathon forum show awards linkedin facebook "
        + "instagram youtube twitter google salesforce hubspot teams excel powerpoint ceo cto cfo cmo vp pdf handelsblatt qbr crm").Split(' ').ToFrozenSet();

    /// <summary>The names that start in some tokens.</summary>
    public static IEnumerable<Span> NamesIn(Understanding reading, Span part)
    {
        // The names are in order, so the first one is found by halves: linear over all parts.
        var (low, high) = (0, reading.Names.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = reading.Names[middle].Start < part.Start ? (middle + 1, high) : (low, middle);
        }

        for (; low < reading.Names.Count && reading.Names[low].Start < part.End; low++)
        {
            yield return reading.Names[low];
        }
    }

    /// <summary>How surely the rules take a name for a customer.</summary>
    public static double Score(Message message, Span name)
    {
        var tokens = message.Tokens;
        var (first, last) = (tokens[name.Start], tokens[name.End - 1]);
        if (first.Kind is TokenKind.Url || message.Quoted[name.Start] || NotFirms.Contains(last.Key) || NotFirms.Contains(first.Key) || first.Kind is TokenKind.Number || first.Key[0] is '/' or '.' or '#')
        {
            return 0;
        }

        // "The customer (Zenith) says", "stand at Interpack".
        var at = Key(tokens, name.Start - 1) is "(" or ":" or "the" ? name.Start - 2 : name.Start - 1;
        var before = Key(tokens, at);
        var possessive = last.Key.EndsWith("'s", StringComparison.Ordinal);
        var after = Key(tokens, name.End);
        if (Rivals.Contains(before) || (before is "to" && Lost.Contains(Key(tokens, at - 1))) || (before is "at" or "for" && Enumerable.Range(1, 3).Any(back => Fairs.Contains(Key(tokens, at - back)))) || IsShortSymbol(message, name) || (before is "in" && !Firms.Contains(last.Key)))
        {
            return 0;
        }

        // "in time for the fair" names an event.
        var score = before is "for" && Key(tokens, name.Start - 2) is "time" ? -1 : Before.Contains(before) ? 1.0 : 0;
        score += before is "for" or "at" or "für" ? 0.6 : 0;
        score += Marks.Contains(before) ? 2 : 0;
        score += StrongVerbs.Contains(after) ? 2 : Verbs.Contains(after) ? 0.9 : 0;
        score += (Behind.Contains(after) ? 1.5 : 0) + (possessive ? 0.5 : 0);
        score += Firms.Contains(last.Key.Replace("'s", "", StringComparison.Ordinal)) || Firms.Contains(first.Key) ? 1.5 : 0;
        score += tokens[name.Start..name.End].Any(token => token.Key == "&") ? 0.6 : 0;
        score += name.Length > 1 ? IsPerson(tokens, name) ? -1.2 : 0.9 : 0;
        score += !Verbs.Contains(after) && after.Length > 3 && after.EndsWith('s') && !after.EndsWith("'s", StringComparison.Ordinal) ? 0.6 : 0;
        score -= after is "has" or "have" && tokens.ElementAtOrDefault(name.End + 1).Kind is TokenKind.Number ? 1.5 : 0;
        score += before is "(" or "at" && name.Length > 1 ? 0.3 : 0;
        return score - (tokens[name.Start..name.End].Any(token => token.Kind is TokenKind.Number) ? 2 : 0);
    }

    /// <summary>Whether a name starts or ends with a word of firms.</summary>
    public static bool IsFirm(string first, string last) => Firms.Contains(last.Replace("'s", "", StringComparison.Ordinal)) || Firms.Contains(first);

    // "Dr. Siebert", "buyer Tom Whitfield", "Marta Ruiz from Zenith", "Gemma Lisle, she said yes".
    private static bool IsPerson(Token[] tokens, Span name) =>
        Titles.Contains(tokens[name.Start].Key) || Titles.Contains(Key(tokens, name.Start - 1)) || (Key(tokens, name.Start - 1) == "," && Titles.Contains(Key(tokens, name.Start - 2)))
        || Key(tokens, name.End) is "from" or "at" || (Key(tokens, name.End) == "," && Key(tokens, name.End + 1) is "she" or "he" or "head" or "their");

    private static string Key(Token[] tokens, int i) => i >= 0 && i < tokens.Length ? tokens[i].Key : "";

    private static bool IsShortSymbol(Message message, Span name) =>
        name.Length == 1 && message.Tokens[name.Start].Length <= 3 && message.Raw(name.Start).IndexOfAnyInRange('a', 'z') < 0;
}
