using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using BridgeBot.Cards;
using BridgeBot.Host.Privacy;
using BridgeBot.Host.Storage;

namespace BridgeBot.Host.Commands;

/// <summary><c>privacy</c>: what is stored about one person, given and removed. Safe beside running bots.</summary>
internal sealed class PrivacyCommand(IStore store, TextWriter output, TextWriter errors, TimeProvider clock)
{
    private const int LongestName = 60;

    /// <summary>One document rather than a line a row: a person reads it, in any editor or browser. Letters of any script as they are.</summary>
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the bot has sent and cannot take back: it does not keep where its messages are, but for the cards.</summary>
    private static readonly string[] InTeams =
    [
        "Teams itself still has these, and only a Teams administrator can remove them:",
        "- what was said in their chat with the bot, and the bot's replies and digests in channels",
        "  https://learn.microsoft.com/purview/edisc-search-teams-data",
        "- copies that a retention policy keeps, earlier versions of the cards among them",
        "  https://learn.microsoft.com/purview/retention-policies-teams",
        "- notifications in people's activity feeds, for four weeks",
        "  https://learn.microsoft.com/microsoftteams/platform/concepts/design/activity-feed-notifications",
        "How Microsoft 365 answers such requests: https://learn.microsoft.com/compliance/regulatory/gdpr-dsr-office365",
        "Look as well at your backups (data export), and at Marketing:Administrators and Marketing:Notify in the settings.",
    ];

    public static Command Create() => StoreCommand.Group(
        "privacy",
        "What is stored about one person. Safe beside running bots.",
        StoreCommand.Create("export", "Prints everything that is stored about somebody, as JSON.", "USER", (storage, user, cancel) =>
            RunAsync(storage, privacy => privacy.ExportAsync(user, cancel))),
        StoreCommand.Create("erase", "Removes somebody from everything that is stored; run again, it goes on.", "USER", (storage, user, cancel) =>
            RunAsync(storage, privacy => privacy.EraseAsync(user, cancel))));

    /// <summary>Prints what is stored about somebody.</summary>
    /// <param name="user">Their aadObjectId, or their display name if nobody else has it.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> ExportAsync(string user, CancellationToken cancel)
    {
        if (await FindAsync(user, cancel) is not { } subject)
        {
            return OutboxCommand.NothingDone;
        }

        var held = await new PersonExport(store, subject).RunAsync(cancel);
        await output.WriteLineAsync(held.ToJsonString(Readable));
        return 0;
    }

    /// <summary>Removes somebody from everything that is stored.</summary>
    /// <param name="user">Their aadObjectId, or their display name if nobody else has it.</param>
    /// <param name="cancel">Stops; run again, it goes on.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="StoreUnavailableException">The store failed; run again, it goes on.</exception>
    public async Task<int> EraseAsync(string user, CancellationToken cancel)
    {
        var subject = await FindAsync(user, cancel);
        var isDone = subject is not null && await EraseAsync(subject, cancel);

        // Also where nobody is found: a run that was ended may have come as far as this.
        if (store is SqliteStore file)
        {
            await file.OverwriteAsync(cancel);
        }

        foreach (var line in InTeams)
        {
            await output.WriteLineAsync(line);
        }

        return isDone ? 0 : OutboxCommand.NothingDone;
    }

    private static async Task<int> RunAsync(StorageOptions storage, Func<PrivacyCommand, Task<int>> run)
    {
        var store = storage.OpenExisting(alone: false);
        await using (store as IAsyncDisposable)
        {
            // A file is UTF-8 whatever the console's own code page is.
            await using var output = new StreamWriter(Console.OpenStandardOutput());
            return await run(new(store, output, Console.Error, TimeProvider.System));
        }
    }

    private async Task<bool> EraseAsync(Subject subject, CancellationToken cancel)
    {
        // Before anything is removed: afterwards nobody knows the name.
        var mentions = await Mentions.FindAsync(store, subject.Names, cancel);
        if (mentions.Count > 0)
        {
            await output.WriteLineAsync("These requests have the name, or a part of it, in what somebody typed. They stay as they are; have a look at them:");
        }

        foreach (var (reference, words) in mentions)
        {
            await output.WriteLineAsync($"  {reference}  {string.Join(", ", words.Select(word => TerminalText.Shown(word, LongestName)))}");
        }

        await output.FlushAsync(cancel);
        if (!await new Erasure(store, Messages.NameRemoved, clock).RunAsync(subject.Id, cancel))
        {
            await errors.WriteLineAsync("They write to the bot all the time, so that something of them is still stored. Run it again.");
            return false;
        }

        await output.WriteLineAsync($"Nothing that is stored names {Called(subject.Id, subject.Names)} any more. Running bots put the cards right within half a minute.");
        return true;
    }

    /// <summary>The one who is meant; null, and said, if it is nobody or not certain who.</summary>
    private async Task<Subject?> FindAsync(string user, CancellationToken cancel)
    {
        var census = await Census.TakeAsync(store, cancel);
        if (await census.FindAsync(user, cancel) is { } known)
        {
            return known;
        }

        var named = census.Named(user);
        if (named is [var one])
        {
            return await census.FindAsync(one, cancel);
        }

        var candidates = named.Count > 0 ? named : user.Length > 0 ? census.NamedLike(user) : [];
        await errors.WriteLineAsync(candidates.Count == 0
            ? $"Nothing is stored about {TerminalText.Shown(user, LongestName)}."
            : $"Say whom you mean by their id: {string.Join("; ", candidates.Select(id => Called(id, census.NamesOf(id))))}.");
        return null;
    }

    private static string Called(string id, IReadOnlyCollection<string> names) => TerminalText.Shown($"{string.Join(", ", names)} ({id})", 2 * LongestName);
}
