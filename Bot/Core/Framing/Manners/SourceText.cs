using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Manners;

/// <summary>What a wording is compared with; read once, however many wordings are.</summary>
/// <param name="message">The original.</param>
/// <param name="flags">Gives what the rules flag in it.</param>
internal sealed class SourceText(Message message, Func<IReadOnlyList<Flag>> flags)
{
    private readonly bool _denies = Denials.AreIn(message);
    private Denied? _denied;

    /// <summary>The original.</summary>
    public Message Message { get; } = message;

    /// <summary>The words that a wording denies although the original says them, or says although the original denies them:
    /// "they haven't paid" may be left out, but not become "they have paid"; a reproach ("you never have") may.</summary>
    public IEnumerable<string> ReversedIn(Message wording)
    {
        if (!_denies && !Denials.AreIn(wording))
        {
            return [];
        }

        _denied ??= Denied.In(Message, flags);
        var now = Denied.In(wording, () => []);
        return now.Stated.Where(word => _denied.Said.Contains(word) && !_denied.All.Contains(word))
            .Concat(_denied.Stated.Where(word => now.Said.Contains(word) && !now.All.Contains(word) && !_denied.Said.Contains(word)));
    }

    /// <summary>What a text denies, and what else it says; where it denies nothing, that is not looked at.</summary>
    /// <param name="All">Every word that is denied.</param>
    /// <param name="Stated">Those that are neither in a question nor in a reproach.</param>
    /// <param name="Others">The other words.</param>
    private sealed record Denied(HashSet<string> All, HashSet<string> Stated, Lazy<HashSet<string>> Others)
    {
        public HashSet<string> Said => Others.Value;

        public static Denied In(Message message, Func<IReadOnlyList<Flag>> flags)
        {
            List<(int Denier, int Denied)> all = [.. Denials.In(message, asked: true)];
            var reproaches = all.Count == 0 ? [] : flags();
            return new(
                Words(message, all),
                all.Count == 0 ? [] : Words(message, Denials.In(message, asked: false).Where(denial => !reproaches.Any(flag => flag.Words.Contains(denial.Denier)))),
                new(() => Words(message, Enumerable.Range(0, message.Tokens.Length)
                    .Where(i => message.Tokens[i].Kind is TokenKind.Word && !all.Any(denial => denial.Denied == i)).Select(i => (i, i)))));
        }

        private static HashSet<string> Words(Message message, IEnumerable<(int Denier, int Denied)> denials) =>
            denials.Select(denial => message.Tokens[denial.Denied].Key).ToHashSet(StringComparer.Ordinal);
    }
}
