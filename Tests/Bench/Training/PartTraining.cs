using BridgeBot.Bench.Framing;
using BridgeBot.Core.Framing.Calendar;
using BridgeBot.Core.Framing.Learned;
using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Bench.Training;

/// <summary>Learns the kind, the customer and the deadline of an ask whose words are known.</summary>
internal sealed class PartTraining
{

    private readonly HashedTrainer _kinds = new(buckets: HashedTrainer.ManyBuckets);
    private readonly HashedTrainer _names = new();
    private readonly HashedTrainer _dates = new();

    /// <summary>Learns from messages.</summary>
    public PartTraining Learn(IReadOnlyList<MarkedMessage> texts)
    {
        var asks = texts.SelectMany(text => text.Asks.Select(ask => (text, ask.Expected, ask.Pieces))).ToList();
        _kinds.Learn([.. from ask in asks
                         let features = OfKind(ask.text, ask.Pieces)
                         from kind in KindModel.Kinds
                         where kind == ask.Expected.Kind || ask.Expected.AltKinds?.Contains(kind) != true
                         select new HashedExample(ForKind(features, kind), kind == ask.Expected.Kind)]);
        _names.Learn([.. from ask in asks
                         from name in ask.text.Reading.Names
                         let right = IsCustomer(ask.text, ask.Expected, name)
                         where right || !IsOther(ask.text, ask.Expected, name)
                         select new HashedExample(OfName(ask.text, name, ask.Pieces), right)]);
        _dates.Learn([.. from ask in asks
                         from date in ask.text.Reading.Dates
                         let right = ask.Expected.Deadline == date.Days.Day
                         where right || ask.Expected.AltDeadlines?.Contains(date.Days.Day) != true
                         select new HashedExample(OfDate(ask.text, date, ask.Pieces), right)]);
        return this;
    }

    /// <summary>Writes the models.</summary>
    public void Write(string folder)
    {
        _kinds.Write(Path.Combine(folder, "kinds.json"));
        _names.Write(Path.Combine(folder, "customers.json"));
        _dates.Write(Path.Combine(folder, "deadlines.json"));
    }

    /// <summary>The kind of an ask.</summary>
    public string Kind(MarkedMessage text, IReadOnlyList<Span> pieces)
    {
        var features = OfKind(text, pieces);
        return KindModel.Kinds.MaxBy(kind => _kinds.Score(ForKind(features, kind)))!;
    }

    /// <summary>The customer of an ask.</summary>
    public string? Customer(MarkedMessage text, IReadOnlyList<Span> pieces) => text.Reading.Names
        .Select(name => (name, Score: _names.Score(OfName(text, name, pieces)))).Where(pair => pair.Score > 0)
        .OrderByDescending(pair => pair.Score).Select(pair => text.NameOf(pair.name)).FirstOrDefault();

    /// <summary>The deadline of an ask.</summary>
    public DateOnly? Deadline(MarkedMessage text, IReadOnlyList<Span> pieces) => text.Reading.Dates
        .Select(date => (date, Score: _dates.Score(OfDate(text, date, pieces)))).Where(pair => pair.Score > 0)
        .OrderByDescending(pair => pair.Score).Select(pair => (DateOnly?)pair.date.Days.Day).FirstOrDefault();

    private static bool IsCustomer(MarkedMessage text, SalesAsk ask, Span name) =>
        ask.Customer is { } customer && string.Equals(text.NameOf(name), customer, StringComparison.OrdinalIgnoreCase);

    private static bool IsOther(MarkedMessage text, SalesAsk ask, Span name) =>
        ask.AltCustomers?.Any(other => string.Equals(text.NameOf(name), other, StringComparison.OrdinalIgnoreCase)) == true;

    private static uint[] OfKind(MarkedMessage text, IReadOnlyList<Span> pieces)
    {
        var features = new FeatureList(new uint[KindFeatures.Most]);
        KindFeatures.Of(text.Reading, pieces, ref features);
        return features.Read.ToArray();
    }

    private static uint[] ForKind(uint[] features, string kind) =>
        [.. features.Select(feature => Hashing.ForChoice(feature, Array.IndexOf(KindModel.Kinds, kind), KindModel.Bits))];

    private static uint[] OfName(MarkedMessage text, Span name, IReadOnlyList<Span> pieces)
    {
        var features = new FeatureList(new uint[NameFeatures.Most]);
        NameFeatures.Of(text.Reading, name, pieces, ref features);
        return features.Read.ToArray();
    }

    private static uint[] OfDate(MarkedMessage text, FoundDate date, IReadOnlyList<Span> pieces)
    {
        var features = new FeatureList(new uint[DateFeatures.Most]);
        DateFeatures.Of(text.Reading, date, pieces, text.Message.Today, ref features);
        return features.Read.ToArray();
    }
}
