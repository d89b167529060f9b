using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BridgeBot.Host.Turns;

/// <summary>
/// The names of partitions and rows, in one place. Letters, digits, '-' and '|' only: Table Storage forbids / \ # ? and
/// control characters (<see href="https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model"/>).
/// <code>
/// r-{requester}   a|dialog  a|head  a|reply|{thread}  a|reply|{thread}|reply  a|thread|{thread}      read by every turn; the head, which guards it, on the first page
///                 closed|{thread}  card|{thread}  event|{thread}|{number}
///                 handed|{thread}                                             which requester has it now
///                 seen|{hash}  out|{due}|{number}  dead|{due}|{number}
/// t-{tenant}      a|head  and seen, out, dead as above
/// c-{channel}     open|{thread}  over|{thread}                                what its lists, reminders and digest read
///                 thread|{thread}                                             which version of it is there, under which words
///                 card|{hash of the post's id}                                -> requester and thread
///                 reminders                                                   what the channel was reminded of
///                 find|{word}|{newest first}|{thread}                         which threads have a word
///                 happened|{instant}|{thread}|{number}                        what a digest counts
///                 totals|{end}|{begin}  digest|{instant}                      what one has counted; that one was enqueued
///                 out, dead as above
/// people-{x}      {hash of tenant and person}                                 -> requester
/// refs            {reference}                                                 -> requester and thread
/// due-{0..15}     {instant}|{partition}|{due}                                 what may still have to be delivered
///                 dead|{whatever it was}                                      one that could not be read
/// wait-{tenant}   {partition}|{due}                                           what waits for a channel
/// schema          version                                                     Table Storage only: its <see cref="Storage.TableRows"/>
/// </code>
/// </summary>
internal static class Keys
{
    /// <summary>How many partitions the due rows are spread over.</summary>
    public const int DuePartitions = 16;

    public const string RequesterPrefix = "r-";
    public const string TenantPrefix = "t-";
    public const string ChannelPrefix = "c-";
    public const string Head = "a|head";
    public const string Dialog = "a|dialog";
    public const string ActiveFrom = "a|";
    public const string ActiveTo = "a}";
    public const string OutFrom = "out|";
    public const string OutTo = "out}";
    public const string SeenFrom = "seen|";
    public const string SeenTo = "seen}";
    public const string DeadFrom = "dead|";
    public const string DeadTo = "dead}";
    public const string EventFrom = "event|";
    public const string ClosedFrom = "closed|";
    public const string CardFrom = "card|";
    public const string ClosedTo = "closed}";
    public const string ListedFrom = "thread|";
    public const string ListedOpenFrom = "open|";
    public const string ListedOpenTo = "open}";
    public const string ListedOverFrom = "over|";
    public const string ListedOverTo = "over}";
    public const string HandedFrom = "handed|";
    public const string HandedTo = "handed}";
    public const string FoundFrom = "find|";
    public const string Reminders = "reminders";
    public const string AnswerPrefix = "a|reply|";
    public const string OpenPrefix = "a|thread|";
    public const string HappenedFrom = "happened|";
    public const string HappenedTo = "happened}";
    public const string TotalsFrom = "totals|";
    public const string TotalsTo = "totals}";
    public const string DigestMarkFrom = "digest|";
    public const string References = "refs";

    /// <summary>Milliseconds; no instant is later.</summary>
    private const long LastInstant = 999_999_999_999_999;

    public static string Requester(string requesterId) => RequesterPrefix + requesterId;

    public static string Tenant(string tenantId) => TenantPrefix + Hash(tenantId);

    public static string Channel(string tenantId, string conversationId) => ChannelPrefix + Hash(tenantId, conversationId);

    public static string Person(string tenantId, string aadObjectId) => Hash(tenantId, aadObjectId);

    public static string People(string personKey) => $"people-{personKey[0]}";

    public static string Waiting(string tenantId) => $"wait-{Hash(tenantId)}";

    public static string Answer(string threadId) => AnswerPrefix + threadId;

    /// <summary>What the rep has in preview to write back, beside the answer to a question.</summary>
    public static string Reply(string threadId) => Answer(ReplyName(threadId));

    /// <summary>What a reply in preview is called among the answers in preview.</summary>
    public static string ReplyName(string threadId) => $"{threadId}|reply";

    public static string Open(string threadId) => OpenPrefix + threadId;

    public static string Closed(string threadId) => ClosedFrom + threadId;

    public static string Card(string threadId) => CardFrom + threadId;

    public static string Handed(string threadId) => HandedFrom + threadId;

    public static string Listed(string threadId) => ListedFrom + threadId;

    public static string ListedOpen(string threadId) => ListedOpenFrom + threadId;

    public static string ListedOver(string threadId) => ListedOverFrom + threadId;

    /// <summary>The key, in the channel's partition, of the thread whose card is that post.</summary>
    public static string CardAt(string activityId) => $"card|{Hash(activityId)}";

    /// <summary>That a thread has a word (<see cref="Core.Lists.SearchWords"/>); the threads of one word sort newest first.</summary>
    public static string Found(string word, DateTimeOffset submittedAt, string threadId) => string.Create(
        CultureInfo.InvariantCulture, $"{FoundWordFrom(word)}{LastInstant - submittedAt.ToUnixTimeMilliseconds():D15}|{threadId}");

    /// <summary>Where the threads of a word begin.</summary>
    public static string FoundWordFrom(string word) => $"{FoundFrom}{word}|";

    /// <summary>Before which key the threads of a word end.</summary>
    public static string FoundTo(string word) => $"{FoundFrom}{word}}}";

    /// <summary>The word, from the key of its row.</summary>
    public static string FoundWord(string foundKey) => foundKey.Split('|')[1];

    /// <summary>Where among the threads of a word a thread stands, which is the same for each of its words.</summary>
    public static string FoundPlace(string foundKey) => foundKey[FoundWordFrom(FoundWord(foundKey)).Length..];

    public static string Event(string threadId, int number) => string.Create(CultureInfo.InvariantCulture, $"{EventsFrom(threadId)}{number:D6}");

    /// <summary>What a digest counts; without the thread, where the rows of an instant begin.</summary>
    public static string Happened(DateTimeOffset at) => HappenedFrom + DueAt(at);

    public static string Happened(DateTimeOffset at, string threadId, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Happened(at)}|{threadId}|{number:D6}");

    public static string Totals(DateTimeOffset from, DateTimeOffset to) => $"{TotalsFrom}{DueAt(to)}|{DueAt(from)}";

    public static string DigestMark(DateTimeOffset due) => DigestMarkFrom + DueAt(due);

    /// <summary>Where a thread's events begin.</summary>
    public static string EventsFrom(string threadId) => $"{EventFrom}{threadId}|";

    /// <summary>The thread's id, from the key of one of its events.</summary>
    public static string ThreadOfEvent(string eventKey) => eventKey.Split('|')[1];

    /// <summary>Before which key a thread's events end.</summary>
    public static string EventsTo(string threadId) => $"event|{threadId}}}";

    public static string Seen(string seenKey) => $"seen|{Hash(seenKey)}";

    public static string Out(string due, int number) => string.Create(CultureInfo.InvariantCulture, $"out|{due}|{number:D2}");

    /// <summary>Whether a row is a message on its way, or one that was given up.</summary>
    public static bool IsLetter(string key) =>
        key.StartsWith(OutFrom, StringComparison.Ordinal) || key.StartsWith(DeadFrom, StringComparison.Ordinal);

    /// <summary>Whether a row is a thread in its requester's partition.</summary>
    public static bool IsThread(string key) =>
        key.StartsWith(OpenPrefix, StringComparison.Ordinal) || key.StartsWith(ClosedFrom, StringComparison.Ordinal);

    /// <summary>The thread's id, from the key of its row.</summary>
    public static string ThreadId(string threadKey) => threadKey[(threadKey.LastIndexOf('|') + 1)..];

    /// <summary>The partition of a due row: all due rows of one partition are together.</summary>
    public static string Due(string partition) => DueHome(SHA256.HashData(Encoding.UTF8.GetBytes(partition))[0] % DuePartitions);

    /// <summary>A partition of due rows, by its number.</summary>
    public static string DueHome(int number) => string.Create(CultureInfo.InvariantCulture, $"due-{number:D2}");

    /// <summary>The key of a dead letter, from the key of its outbox row.</summary>
    public static string Dead(string outKey) => DeadFrom + outKey[OutFrom.Length..];

    /// <summary>The key of a due row; sorts by instant.</summary>
    public static string DueAt(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeMilliseconds():D15}");

    /// <summary>A short, key-safe name for values that may not stand in a key, or must not be readable there.</summary>
    public static string Hash(params ReadOnlySpan<string> values)
    {
        // The lengths keep values apart that run into each other.
        var text = new StringBuilder();
        foreach (var value in values)
        {
            text.Append(CultureInfo.InvariantCulture, $"{value.Length}:{value}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }
}
