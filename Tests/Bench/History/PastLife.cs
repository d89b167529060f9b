using System.Globalization;
using BridgeBot.Core.Threads;

namespace BridgeBot.Bench.History;

/// <summary>Makes the lives of requests, always the same ones: every fifth is declined, the others are approved, delivered and closed.</summary>
internal sealed class PastLife
{
    private const string Symbols = "23456789ABCDEFGHJKMNPQRSTWXYZ";
    private const int References = 594_823_321; // 29^6

    private static readonly string[] Syllables = ["ba", "co", "di", "fe", "gu", "ha", "jo", "ki", "lu", "me", "no", "pi", "ra", "so", "tu", "ve", "wo", "za"];
    private static readonly Person Maria = new("33333333-0000-0000-0000-000000000000", "Maria Marketing");

    private readonly Random _random = new(1);

    /// <summary>What has happened to a request by an instant.</summary>
    /// <param name="share">Which request it is among all, from 0 to 1: ids and references ascend, as a store likes them best while it is filled.</param>
    /// <param name="number">Its number among those that are made; what it is about hangs on it.</param>
    /// <param name="asked">UTC instant at which it was asked.</param>
    /// <param name="now">What comes later than this UTC instant has not happened.</param>
    /// <param name="rep">Who asked.</param>
    /// <param name="requesterId">The partition of who asked.</param>
    public IReadOnlyList<ThreadEvent> Of(double share, int number, DateTimeOffset asked, DateTimeOffset now, Person rep, string requesterId)
    {
        var submitted = new Submitted(asked, Id(share), Reference(share), requesterId, rep, Wanted(number)) { Where = Origin.PersonalChat };
        IEnumerable<ThreadEvent> life = number % 5 == 0
            ? [submitted, new Posted(asked.AddMinutes(1)), new Declined(asked.AddDays(1), Maria, "We have no room for it this quarter.") { Where = Origin.Channel }]
            :
            [
                submitted,
                new Posted(asked.AddMinutes(1)),
                new Approved(asked.AddDays(1), Maria, Maria, DateOnly.FromDateTime(asked.AddDays(4).Date)) { Where = Origin.Channel },
                new Delivered(asked.AddDays(3), Maria, "It is in the library, under presentations.") { Where = Origin.Channel },
                new OutcomeTold(asked.AddDays(5), rep, Outcome.Won, null) { Where = Origin.PersonalChat },
            ];
        return [.. life.Where(happened => happened.At <= now)];
    }

    private Request Wanted(int number)
    {
        var customer = Word(number / 3);
        var words = string.Join(' ', Enumerable.Range(0, 5).Select(_ => Word(_random.Next())));
        var meets = number % 35 == 0 ? "packaging brochure" : number % 5 == 0 ? "packaging" : number % 7 == 0 ? "brochure" : "overview";
        return new(
            "collateral", $"{meets} for {customer}", $"Could we have the {meets} for {customer}, with {words}, in {(number % 2 == 0 ? "english" : "german")}?",
            customer, null, [], null, false);
    }

    private static string Word(int number) =>
        Syllables[number % Syllables.Length] + Syllables[number / Syllables.Length % Syllables.Length] + "n";

    private string Id(double share)
    {
        Span<byte> rest = stackalloc byte[12];
        _random.NextBytes(rest);
        return string.Create(CultureInfo.InvariantCulture, $"{(uint)(share * uint.MaxValue):x8}{Convert.ToHexStringLower(rest)}");
    }

    private static string Reference(double share)
    {
        var left = (int)(share * References);
        Span<char> symbols = stackalloc char[6];
        for (var i = symbols.Length - 1; i >= 0; i--, left /= Symbols.Length)
        {
            symbols[i] = Symbols[left % Symbols.Length];
        }

        return $"BR-{symbols}";
    }
}
