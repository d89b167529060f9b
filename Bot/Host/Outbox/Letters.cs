using System.Runtime.CompilerServices;
using System.Text.Json;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Outbox;

/// <summary>Finds what is in all outboxes: it reads everything that is stored, once.</summary>
internal static class Letters
{
    /// <summary>The dead letters and what is on its way. Timers that only rest are left out.</summary>
    public static async IAsyncEnumerable<Letter> AllAsync(IStore store, [EnumeratorCancellation] CancellationToken cancel)
    {
        var about = new Surroundings("");
        await foreach (var row in store.AllAsync(null, cancel))
        {
            if (row.Partition != about.Partition)
            {
                about = new Surroundings(row.Partition);
            }

            // In the order of keys a partition's head and threads come before its letters.
            about.Remember(row);
            if (Read(row, about) is { } letter)
            {
                yield return letter;
            }
        }
    }

    private static Letter? Read(StoredRow row, Surroundings about)
    {
        var isDead = row.Key.StartsWith(Keys.DeadFrom, StringComparison.Ordinal);
        if (!isDead && !row.Key.StartsWith(Keys.OutFrom, StringComparison.Ordinal))
        {
            return null;
        }

        return OutboxRow.TryRead(row.Body).Row switch
        {
            { Message: null } when !isDead => null, // a tombstone
            { Message: Tidy or Remind or WatchDigest or WatchOwnDigest or EnqueueDigest or ExpireDialog or AskWhetherItHelped, Attempts: 0 } when !isDead => null,
            { Message: { } message } letter => new(row.Partition, row.Key, row.ETag, letter, about.For(message)),
            _ => new(row.Partition, row.Key, row.ETag, null, ""),
        };
    }

    /// <summary>What a partition says of whom its letters go to.</summary>
    private sealed class Surroundings(string partition)
    {
        private readonly Dictionary<string, string> _threads = [];
        private string? _person;

        public string Partition => partition;

        public void Remember(StoredRow row)
        {
            if (row.Key == Keys.Head && partition.StartsWith(Keys.RequesterPrefix, StringComparison.Ordinal))
            {
                _person = TryRead<RequesterHead>(row.Body)?.Person.Name;
            }
            else if (Keys.IsThread(row.Key))
            {
                _threads[Keys.ThreadId(row.Key)] = row.Body;
            }
        }

        public string For(Outgoing message)
        {
            var thread = message switch
            {
                ThreadOutgoing card => card.ThreadId,
                AboutOwnThread about => about.ThreadId,
                AskWhetherItHelped ask => ask.ThreadId,
                SendQuestion question => question.ThreadId,
                SendAnswerPreview answer => answer.ThreadId,
                _ => null,
            };
            var place = message switch
            {
                SendNotice notice => notice.To,
                SendRejection no => no.To,
                SendHandingOver all => all.To,
                SendDigest digest => digest.To,
                SendChannels channels => channels.To,
                _ => null,
            };
            var whom = place is { Type: not ConversationType.Personal } ? place.Name ?? place.ConversationId : _person;
            string?[] parts = [thread is null ? null : Reference(thread), message is ThreadOutgoing ? null : whom];
            return string.Join(", ", parts.OfType<string>());
        }

        private string? Reference(string threadId) =>
            _threads.TryGetValue(threadId, out var body) ? TryRead<RequestThread>(body)?.Reference : null;

        private static T? TryRead<T>(string body)
            where T : class
        {
            try
            {
                return StateJson.Read<T>(body);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
