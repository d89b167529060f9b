using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BridgeBot.Core.Threads;

namespace BridgeBot.Core.Digest;

/// <summary>What is asked again and again: words that several reps use in their requests, and never who used them.</summary>
public static partial class Themes
{
    /// <summary>So many different reps make a theme.</summary>
    public const int FewestReps = 3;

    private const int ShortestWord = 4;
    private const int MostWords = 60;

    /// <summary>Words that any request may have, whatever it is about; stems, as <see cref="Stem"/> makes them.</summary>
    private static readonly FrozenSet<string> Common = """
        able about above across action actually additional after again against ahead almost already also although always among amount
        another answer anybody anyone anything anyway appreciate approach area around asap attach available away awesome back badly based
        because become been before behind being believe below best better between beyond both bring brilliant business call came cannot care
        case certain chance change check clear client close colleague come common company complete concern consider contact could couple
        create current customer date deadline deal definitely deliver detail didn different discuss doing done door down draft during each
        early easy effort either else email enough ensure especially even ever every everybody everyone everything exactly example excellent
        expect explain extra fact fantastic far fast feedback feel few final find fine finish first focus follow form forward found free fresh
        friday from front full further future gave general gets getting give given glad goes going gone good great group grow hand
        happen happy hard hasn have haven having hear heard held hello help helpful here high hold hope hour huge idea imagine immediate
        important improve include information inside instead interest into issue item join just keep kind know lack large last late later
        latest lead learn least leave left less let level like likely list little live long look lose lost love made main make manage
        many market marketing matter maybe mean meant meet meeting member mention might mind minute missing moment monday money month more
        morning most move much must name near need never news next nice nobody none normal note nothing notice number obvious offer office often
        once only onto open opportunity option order other otherwise ours over page part past people perfect perhaps person phone pick
        place plan please pleased plenty point position possible prefer prepare present pretty previous probably problem proper provide put question
        quick quite rather reach read ready real reason receive recent regard relate rely reply request require rest result right room round run
        said sale same saturday save says second seem seen sell send sense sent serious serve several shall share short should show side
        similar simple simply since single situation small soon sorry sort sound speak special specific spend stand start state stay step still
        stop strong such suggest sunday support suppose sure take taken talk team tell thank thanks that their them themselves then there
        therefore these they thing think third this those though thought through thursday time today together told tomorrow tonight took total
        toward tried truly trying tuesday turn type under understand unless until update upon useful usual value various very view visit wait
        walk want wasn watch wednesday week weekend well went were what whatever when where whether which while whole whom whose will willing wish
        with within without wonder wonderful word work world worth would wouldn write written wrong year yesterday yet your yours
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Stem).ToFrozenSet();

    /// <summary>
    /// The words that a new request is about, each once. Names are not among them: a word counts if it is written in small letters
    /// or is an abbreviation, and is not part of the customer's name or the rep's.
    /// </summary>
    public static IReadOnlyList<string> WordsOf(Submitted asked)
    {
        var names = WordPattern().Matches($"{asked.Request.Customer} {asked.By.Name}").Select(match => match.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. WordPattern().Matches($"{asked.Request.Title} {asked.Request.Text}")
                .Select(match => match.Value)
                .Where(word => IsTelling(word) && !names.Contains(word) && !Common.Contains(Stem(word)))
                .DistinctBy(Stem)
                .Take(MostWords),
        ];
    }

    /// <summary>The themes of requests, those of the most reps first.</summary>
    /// <param name="events">Event rows in any order; only new requests are read.</param>
    /// <param name="most">At most so many.</param>
    public static IReadOnlyList<Theme> Of(IEnumerable<DigestEvent> events, int most)
    {
        var words =
            from asked in events
            where asked.What is Happening.Asked
            from word in asked.About ?? []
            group (asked.RequesterId, Word: word) by Stem(word) into uses
            let reps = uses.DistinctBy(use => use.RequesterId).Count()
            where reps >= FewestReps
            let word = uses.CountBy(use => use.Word).OrderByDescending(form => form.Value).ThenBy(form => form.Key, StringComparer.Ordinal).First().Key
            orderby reps descending, word
            select new Theme(word, reps);
        return [.. words.Take(most)];
    }

    /// <summary>A word without its English ending, so that "brochures" and "brochure" are one: only ever compared, never shown.</summary>
    internal static string Stem(string word) => word.ToLowerInvariant() switch
    {
        { Length: > 4 } w when w.EndsWith("ies", StringComparison.Ordinal) => w[..^3] + "y",
        { Length: > 4 } w when w.EndsWith("sses", StringComparison.Ordinal) => w[..^2],
        { Length: > 6 } w when w.EndsWith("ing", StringComparison.Ordinal) => Single(w[..^3]),
        { Length: > 5 } w when w.EndsWith("ed", StringComparison.Ordinal) => Single(w[..^2]),
        { Length: > 3 } w when w.EndsWith('s') && !w.EndsWith("ss", StringComparison.Ordinal) && !w.EndsWith("us", StringComparison.Ordinal) && !w.EndsWith("is", StringComparison.Ordinal) =>
            Single(w[..^1]),
        var w => Single(w),
    };

    /// <summary>Without a final e, and with one consonant of two: "planned" is "plan", "pricing" is "price".</summary>
    private static string Single(string stem) => stem switch
    {
        { Length: > 4 } when stem[^1] == 'e' => stem[..^1],
        { Length: > 3 } when stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l') => stem[..^1],
        _ => stem,
    };

    private static bool IsTelling(string word) => word.All(c => char.IsLower(c) || c == '-')
        ? word.Length >= ShortestWord
        : word.Length is >= 2 and <= 5 && word.All(char.IsUpper);

    [GeneratedRegex(@"\p{L}+(?:-\p{L}+)*")]
    private static partial Regex WordPattern();
}

/// <summary>A theme.</summary>
/// <param name="Word">The word, in the form that is used most.</param>
/// <param name="Reps">How many different reps used it.</param>
public sealed record Theme(string Word, int Reps);
