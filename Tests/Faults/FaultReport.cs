using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Turns;

namespace BridgeBot.Tests.Faults;

/// <summary>What came of a run: each list has a line for each thing that went wrong.</summary>
internal sealed class FaultReport
{
    private readonly IReadOnlyList<StoredRow> _rows;
    private readonly ILookup<string, RequestThread> _threads;
    private readonly ILookup<string, Arrival> _byConversation;

    public FaultReport(
        FaultPlan plan,
        IReadOnlyList<PlayedRequest> requests,
        IReadOnlyList<Arrival> arrivals,
        IReadOnlyDictionary<Fault, int> met,
        IReadOnlyList<Kill> kills,
        IReadOnlyList<StoredRow> rows,
        TimeSpan took,
        int deliveredAgain,
        MemoryCurve memory,
        IReadOnlyList<string> ended)
    {
        (Plan, Met, Kills, Took, DeliveredAgain, Memory, Ended) = (plan, met, kills, took, deliveredAgain, memory, ended);
        (Requests, _rows) = (requests, rows);
        _threads = rows
            .Where(row => row.Key.StartsWith(Keys.OpenPrefix, StringComparison.Ordinal) || row.Key.StartsWith(Keys.ClosedFrom, StringComparison.Ordinal))
            .Select(row => StateJson.Read<RequestThread>(row.Body))
            .ToLookup(thread => thread.Requester.AadObjectId);
        _byConversation = arrivals.ToLookup(arrival => arrival.Sent.Conversation);
        LostRequests = [.. requests.Where(IsLost).Select(Shown)];
        LostDecisions = [.. requests.Where(IsUndecided).Select(Shown)];
        DecidedTwice = [.. requests.Where(IsDecidedTwice).Select(request => $"{Shown(request)}; told {string.Join(" and ", request.Told)}")];
        StaleCards = [.. requests.Where(HasAStaleCard).Select(Shown)];
        OutOfOrder = [.. requests.SelectMany(OrderFaults)];
        Duplicates = [.. requests.SelectMany(DuplicatesOf)];
    }

    public FaultPlan Plan { get; }

    public IReadOnlyList<PlayedRequest> Requests { get; }

    public IReadOnlyDictionary<Fault, int> Met { get; }

    public IReadOnlyList<Kill> Kills { get; }

    public TimeSpan Took { get; }

    public int DeliveredAgain { get; }

    /// <summary>Of the process that ran longest.</summary>
    public MemoryCurve Memory { get; }

    /// <summary>Hosts that ended without being killed: how.</summary>
    public IReadOnlyList<string> Ended { get; }

    /// <summary>The rep's click on Post was answered, and no card came, or no request is stored; or the walk never came so far.</summary>
    public IReadOnlyList<string> LostRequests { get; }

    /// <summary>An approval was answered as done, and is not stored, or the rep or the channel never heard of it.</summary>
    public IReadOnlyList<string> LostDecisions { get; }

    /// <summary>There is more than one decision, or the two approvers were told of two.</summary>
    public IReadOnlyList<string> DecidedTwice { get; }

    /// <summary>The card that the bot knows does not show the decision at the end.</summary>
    public IReadOnlyList<string> StaleCards { get; }

    public IReadOnlyList<string> OutOfOrder { get; }

    public IReadOnlyList<Duplicate> Duplicates { get; }

    /// <summary>Dead letters, and what was put aside as unreadable.</summary>
    public IReadOnlyList<string> DeadLetters => [.. _rows.Where(row => row.Key.StartsWith(Keys.DeadFrom, StringComparison.Ordinal)).Select(row => row.Body)];

    private RequestThread? ThreadOf(PlayedRequest request) => _threads[request.Rep.AadObjectId].FirstOrDefault();

    private bool IsLost(PlayedRequest request) => ThreadOf(request) is null || !InChannel(request).Any(arrival => request.IsCard(arrival.Sent));

    private bool IsUndecided(PlayedRequest request) =>
        ThreadOf(request) is { } thread && (!request.WasDecided || request.StuckAt is not null || thread.Ruling?.By.Name != request.Told[0]);

    private bool IsDecidedTwice(PlayedRequest request)
    {
        if (ThreadOf(request) is not { } thread) return false;
        var decisions = _rows.Count(row =>
            row.Partition == Keys.Requester(thread.RequesterId) && row.Key.StartsWith(Keys.EventsFrom(thread.Id), StringComparison.Ordinal)
            && StateJson.Read<ThreadEvent>(row.Body) is Approved or Declined);
        return decisions > 1 || _threads[request.Rep.AadObjectId].Count() > 1 || request.Told.Distinct().Count() > 1;
    }

    private bool HasAStaleCard(PlayedRequest request)
    {
        if (ThreadOf(request) is not { } thread) return false;
        var row = _rows.FirstOrDefault(row => row.Partition == Keys.Requester(thread.RequesterId) && row.Key == Keys.Card(thread.Id));
        return row is null
            || InChannel(request).LastOrDefault(arrival => arrival.Sent.ActivityId == StateJson.Read<CardRow>(row.Body).ActivityId) is not { } last
            || !PlayedRequest.IsDecided(last.Sent);
    }

    /// <summary>The first of each must have come in this order.</summary>
    private IEnumerable<string> OrderFaults(PlayedRequest request)
    {
        var chat = _byConversation[request.Chat.Id].ToList();
        return InOrder(
                request, chat, sent => sent.HasButton(Verbs.TryExample), sent => sent.HasButton(PlayedRequest.Next) || sent.HasButton(PlayedRequest.Post),
                PlayedRequest.IsPostedNote, PlayedRequest.IsNews)
            .Concat(InOrder(
                request, [.. InChannel(request)], request.IsCard,
                sent => sent.Root is not null && sent.Text.Contains("Approved by", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> InOrder(PlayedRequest request, List<Arrival> arrivals, params Predicate<Sent>[] kinds)
    {
        var firsts = kinds.Select(kind => arrivals.Find(arrival => kind(arrival.Sent))?.Number ?? int.MaxValue).ToList();
        if (!firsts.SequenceEqual(firsts.Order())) yield return $"{Shown(request)}: {string.Join(", ", firsts)}";
    }

    private IEnumerable<Duplicate> DuplicatesOf(PlayedRequest request) =>
        _byConversation[request.Chat.Id].Concat(InChannel(request))
            .Where(arrival => arrival.Sent.Method == "POST" && !PlayedRequest.IsApology(arrival.Sent))
            .GroupBy(arrival => request.IsCard(arrival.Sent) ? "card" : $"{arrival.Sent.Conversation} {Content(arrival.Sent)}")
            .SelectMany(same => same.Zip(same.Skip(1), (first, second) => new Duplicate(first, second, KillBetween(first, second))));

    private static string Content(Sent sent) => sent.Card?.ToString() ?? sent.Text;

    /// <summary>The first kill between the two. The window says how far it was from the send: on a starved machine, seconds.</summary>
    private Kill? KillBetween(Arrival first, Arrival second) =>
        Kills.OrderBy(kill => kill.At).FirstOrDefault(kill => kill.IsBetween(first.Sent.At, second.Sent.At));

    /// <summary>What is about this request in its channel: its cards, their updates, and the replies below them.</summary>
    private IEnumerable<Arrival> InChannel(PlayedRequest request)
    {
        var all = _byConversation[request.Channel.Id].ToList();
        var ids = all.Where(arrival => request.IsCard(arrival.Sent)).Select(arrival => arrival.Sent.ActivityId).ToHashSet();
        return all.Where(arrival => ids.Contains(arrival.Sent.ActivityId) || (arrival.Sent.Root is { } root && ids.Contains(root)));
    }

    private static string Shown(PlayedRequest request) => request.StuckAt is { } step ? $"{request.Rep.Name} waited for {step}" : request.Rep.Name;
}
