using System.Reflection;
using BridgeBot.Core.Digest;
using BridgeBot.Core.Framing;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Privacy;

namespace BridgeBot.Tests.Cards;

/// <summary>Values of whatever a card or a message is made of, with the same text wherever somebody could have typed one.</summary>
internal sealed class ViewData(CardTexts texts)
{
    /// <summary>The names of parameters that take what the host made: an address, a day and hour.</summary>
    private static readonly Dictionary<string, string> OfTheHost = new() { ["link"] = "https://teams.microsoft.com/l/chat", ["next"] = "Friday, 15:00" };

    private readonly Filled _filled = new(
        new("00000000-0000-0000-0000-000000000200", texts.Name),
        new("https://smba.trafficmanager.net/emea/", "c", ConversationType.Channel, "t", "28:bot", texts.Name, null, texts.Name, null),
        texts.Text);

    /// <summary>Every text that the method makes, of one value of each case of a closed set.</summary>
    public IEnumerable<string> TextsOf(MethodInfo method)
    {
        List<IReadOnlyList<object>> arguments = [.. method.GetParameters().Select(parameter => OfTheHost.TryGetValue(parameter.Name!, out var own) ? [own] : Of(parameter.ParameterType))];
        return Enumerable.Range(0, arguments.Select(variants => variants.Count).Append(1).Max())
            .Select(i => method.Invoke(null, [.. arguments.Select(variants => variants[i % variants.Count])])!.ToString()!);
    }

    private IReadOnlyList<object> Of(Type type)
    {
        var thread = CardSamples.Thread(texts);
        return type switch
        {
            _ when type == typeof(Dialog) => [CardSamples.Dialog(texts), CardSamples.Positive(texts)],
            _ when type == typeof(RequestThread) => [CardSamples.Asked(thread, texts), CardSamples.Closed(CardSamples.Busy(texts), texts)],
            _ when type == typeof(WeekDigest) => [CardSamples.Week(texts)],
            _ when type == typeof(OwnDigest) => [CardSamples.OwnWeek(texts)],
            _ when type == typeof(KindCatalog) => [CardSamples.Kinds],
            _ when type == typeof(RequestKind) => [CardSamples.Kinds.All[0]],
            _ when type == typeof(FramingResult) => [CardSamples.Framed(texts)],
            _ when type == typeof(TimeZoneInfo) => [TimeZoneInfo.Utc],
            _ when type == typeof(SayNote) => [.. Enum.GetValues<IntakeNote>().Select(note => new SayNote(note, texts.Text, texts.Text))],
            _ when type == typeof(IReadOnlyList<RequestThread>) => [.. Of(typeof(RequestThread)).Select(one => new[] { (RequestThread)one })],
            _ when type == typeof(IReadOnlyList<(string? What, string? Where)>) => [new (string? What, string? Where)[] { (texts.Text, texts.Name), (null, null) }],
            _ when type.IsAbstract && type.Assembly == typeof(RequestThread).Assembly =>
                [.. type.Assembly.GetTypes().Where(one => one.IsSubclassOf(type) && !one.IsAbstract).SelectMany(_filled.Of)],
            _ => _filled.Of(type),
        };
    }
}
