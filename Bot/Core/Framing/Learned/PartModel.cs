using BridgeBot.Core.Framing.Calendar;
using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>Tells which of a message's names is the customer of an ask, and which of its dates is the deadline.</summary>
/// <remarks>All figures are logarithms of odds. Where the rules are sure, the model must be rather sure of the opposite.</remarks>
internal static class PartModel
{
    /// <summary>Names and dates beyond this many are not looked at, so that a wall of them costs no more than a long message.</summary>
    private const int MostCandidates = 40;

    private const double LeastCustomer = -0.5;
    private const double LeastOfSure = -1.5;
    private const double LeastOfVerySure = -4;
    private const double Sure = 1.5;
    private const double VerySure = 3;

    private const double LeastDeadline = 0;
    private const double LeastOfDue = -5;

    /// <summary>A date that stands with another ask, in another sentence, is mostly that one's.</summary>
    private const double Elsewhere = 1.5;

    private static readonly Lazy<HashedModel> Customers = HashedModel.Named("customers.json");
    private static readonly Lazy<HashedModel> Deadlines = HashedModel.Named("deadlines.json");

    /// <summary>The customer; null if none of the names is one.</summary>
    public static Span? Customer(Understanding reading, IReadOnlyList<Span> pieces)
    {
        (Span? Name, double Score) best = (null, 0);
        Span<uint> room = stackalloc uint[NameFeatures.Most];
        foreach (var name in reading.Names.Take(MostCandidates))
        {
            var features = new FeatureList(room);
            NameFeatures.Of(reading, name, pieces, ref features);
            var score = Customers.Value.Score(features.Read);
            if (score > (best.Name is null ? Least(reading, name) : best.Score))
            {
                best = (name, score);
            }
        }

        return best.Name;
    }

    /// <summary>The deadline; null if none of the dates is one.</summary>
    public static FoundDate? Deadline(Understanding reading, IReadOnlyList<Span> pieces, DateOnly today)
    {
        (FoundDate? Date, double Score) best = (null, 0);
        Span<uint> room = stackalloc uint[DateFeatures.Most];
        foreach (var date in reading.Dates.Where(date => IsAhead(date.Days, today)).Take(MostCandidates))
        {
            var near = IsNear(reading, date.Words, pieces);
            var features = new FeatureList(room);
            DateFeatures.Of(reading, date, pieces, today, ref features);
            var score = Deadlines.Value.Score(features.Read) - (near ? 0 : Elsewhere);
            var least = near && DeadlineSigns.RoleOf(reading.Message, date.Words) is DateRole.Due ? LeastOfDue : LeastDeadline;
            if (score > (best.Date is null ? least : best.Score))
            {
                best = (date, score);
            }
        }

        return best.Date;
    }

    private static double Least(Understanding reading, Span name) => CustomerSigns.Score(reading.Message, name) switch
    {
        >= VerySure => LeastOfVerySure,
        >= Sure => LeastOfSure,
        _ => LeastCustomer,
    };

    // "This month" that has begun is when something happens, not when it is needed.
    private static bool IsAhead(DateSpan days, DateOnly today) =>
        !days.Passing && (days.Last ?? days.First) >= today && !(days.Due is null && days.Last is not null && days.First < today);

    private static bool IsNear(Understanding reading, Span words, IReadOnlyList<Span> pieces)
    {
        var sentence = reading.Message.SentenceAt(words.Start);
        return pieces.Any(piece => sentence.Contains(piece.Start));
    }
}
