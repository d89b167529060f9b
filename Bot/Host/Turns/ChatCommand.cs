using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BridgeBot.Core.Lists;

namespace BridgeBot.Host.Turns;

/// <summary>The commands that are not a step of the dialog, as typed in a chat or a channel.</summary>
public static partial class ChatCommand
{
    /// <summary>UTF-16 code units.</summary>
    private const int LongestSearch = 200;

    private static readonly FrozenDictionary<string, ThreadWord> Words = new Dictionary<string, ThreadWord>
    {
        ["status"] = ThreadWord.Status,
        ["history"] = ThreadWord.History,
        ["reply"] = ThreadWord.Reply,
        ["change"] = ThreadWord.Change,
        ["edit"] = ThreadWord.Change,
        ["nudge"] = ThreadWord.Nudge,
        ["withdraw"] = ThreadWord.Withdraw,
        ["reopen"] = ThreadWord.Reopen,
        ["thanks"] = ThreadWord.Thanks,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly (string Word, ListKind Kind)[] Lists =
        [("open", ListKind.Open), ("mine", ListKind.Mine), ("overdue", ListKind.Overdue), ("board", ListKind.Board), ("find", ListKind.Find)];

    /// <summary>Whether somebody wants to see the open threads.</summary>
    public static bool IsStatus(string text) => Is(text, "status");

    /// <summary>Whether somebody wants to know what can be typed.</summary>
    public static bool IsHelp(string text) => Is(text, "help");

    /// <summary>Whether somebody wants to decide what goes to which channel, or to know it.</summary>
    public static bool IsAboutChannels(string text) =>
        ReadUseThisChannel(text) is not null || IsChannels(text) || Is(text, "stop using this channel") || ReadMove(text) is not null;

    /// <summary>Whether somebody wants to know which channels are connected.</summary>
    public static bool IsChannels(string text) => Is(text, "channels");

    /// <summary>Reads <c>use this channel for advertising, event</c>: what this channel shall take, as typed; empty for whatever has no
    /// channel of its own, null if the text is nothing of the kind.</summary>
    public static string? ReadUseThisChannel(string text) =>
        UsePattern().Match(text) is { Success: true } match ? match.Groups["what"].Value : null;

    /// <summary>Whether replies below a card shall be passed on without a mention, or not any more; null if the text is nothing of the kind.</summary>
    public static bool? ReadRelay(string text) => Is(text, "relay on") ? true : Is(text, "relay off") ? false : null;

    /// <summary>Reads <c>move BR-7K3Q2M to Advertising</c> or <c>move BR-7K3Q2M here</c>, without the name of a channel; null if the text is
    /// nothing of the kind.</summary>
    public static (string Reference, string? To)? ReadMove(string text) => MovePattern().Match(text) is { Success: true } match
        ? (match.Groups["reference"].Value.ToUpperInvariant(), match.Groups["to"].Success ? match.Groups["to"].Value : null)
        : null;

    /// <summary>Reads <c>hand over 8b1f... to 5c20...</c>: the object ids of two people, each null where none, or no whole one, stands. Null if
    /// the text is nothing of the kind: a sentence with more words may be a request.</summary>
    public static (string? From, string? To)? ReadHandOver(string text) => HandOverPattern().Match(text) is { Success: true } match
        ? (ReadId(match.Groups["from"].Value), ReadId(match.Groups["to"].Value))
        : null;

    /// <summary>Reads <c>open</c>, <c>mine</c>, <c>overdue</c>, <c>board</c> or <c>find brochure</c>; null if the text is nothing of the kind.</summary>
    public static ListRequest? ReadList(string text)
    {
        var words = text.Trim().Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [var word, var what] when word.Equals("find", StringComparison.OrdinalIgnoreCase) => ListRequest.First(ListKind.Find, Cut(what.Trim())),
            _ => Lists.Where(list => Is(text, list.Word)).Select(list => ListRequest.First(list.Kind)).FirstOrDefault(),
        };
    }

    /// <summary>Reads <c>answer BR-7K3Q2M yes, in blue</c>; null if the text is nothing of the kind.</summary>
    public static (string Reference, string Text)? ReadAnswer(string text)
    {
        var match = AnswerPattern().Match(text);
        return match.Success ? (match.Groups["reference"].Value.ToUpperInvariant(), match.Groups["text"].Value.Trim()) : null;
    }

    /// <summary>Reads <c>withdraw BR-7K3Q2M</c> and the like; null if the text is nothing of the kind.</summary>
    public static AboutThread? ReadAbout(string text)
    {
        var match = AboutPattern().Match(text);
        return match.Success
            ? new(Words[match.Groups["word"].Value], match.Groups["reference"].Value.ToUpperInvariant(), match.Groups["text"].Value.Trim())
            : null;
    }

    /// <summary>Whether somebody writes a command about a request, with no reference behind it or half of one.</summary>
    public static bool LacksReference(string text) => LackingPattern().IsMatch(text);

    /// <summary>Reads what is written in a channel about one thread, such as <c>assign BR-7K3Q2M @Robin</c>; null if the text is nothing of
    /// the kind.</summary>
    public static AboutThreadInChannel? ReadInChannel(string text)
    {
        var match = ChannelPattern().Match(text);
        return match.Success
            ? new(
                Enum.Parse<ChannelWord>(match.Groups["word"].Value, ignoreCase: true),
                match.Groups["reference"].Value.ToUpperInvariant(),
                match.Groups["text"].Value.Trim())
            : null;
    }

    /// <summary>In small letters and without braces, as Teams names people.</summary>
    private static string? ReadId(string text) => Guid.TryParse(text, out var id) ? id.ToString() : null;

    private static string Cut(string text) => text.Length <= LongestSearch ? text : text[..LongestSearch];

    private static bool Is(string text, string command) =>
        text.AsSpan().Trim().TrimEnd(".!?").Equals(command, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\s*use this channel(?:\s+for\s+(?<what>\S.*?))?[\s.!?]*$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex UsePattern();

    [GeneratedRegex(@"^\s*move\s+(?<reference>BR-[0-9A-Z]{6})\s+(?:here|to\s+(?:here|this\s+channel|(?<to>\S.*?)))[\s.!?]*$", RegexOptions.IgnoreCase)]
    private static partial Regex MovePattern();

    [GeneratedRegex(@"^\s*hand[\s-]over(?:\s+(?<from>\S{1,100}?))?(?:\s+to(?:\s+(?<to>\S{1,100}?))?)?[\s.!?]*$", RegexOptions.IgnoreCase)]
    private static partial Regex HandOverPattern();

    [GeneratedRegex(@"^\s*answer\s+(?<reference>BR-[0-9A-Z]{6})\b[\s:,]*(?<text>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex AnswerPattern();

    [GeneratedRegex(
        @"^\s*(?:please\s+)?(?<word>status|history|reply|change|edit|nudge|withdraw|reopen|thanks)\s+(?<reference>BR-[0-9A-Z]{6})\b[\s:,.!?]*(?<text>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex AboutPattern();

    [GeneratedRegex(
        @"^\s*(?:please\s+)?(?:(?:history|nudge|withdraw|reopen)[\s.!?]*$|(?:status|history|reply|change|edit|nudge|withdraw|reopen|thanks|answer)\s+BR-)",
        RegexOptions.IgnoreCase)]
    private static partial Regex LackingPattern();

    [GeneratedRegex(
        @"^\s*(?<word>assign|history)\s+(?<reference>BR-[0-9A-Z]{6})\b[\s:,.!?]*(to\s+)?(?<text>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex ChannelPattern();
}

/// <summary>What somebody wrote in a channel about one request.</summary>
/// <param name="Command">What they want.</param>
/// <param name="Reference">Of the request.</param>
/// <param name="Text">What follows; may be empty.</param>
public sealed record AboutThreadInChannel(ChannelWord Command, string Reference, string Text);

/// <summary>The words that go with a reference in a channel.</summary>
public enum ChannelWord
{
    /// <summary>A colleague shall see to it.</summary>
    Assign,

    /// <summary>What happened so far?</summary>
    History,
}

/// <summary>What somebody typed about one request.</summary>
/// <param name="Command">What they want.</param>
/// <param name="Reference">Of the request.</param>
/// <param name="Text">What follows; may be empty.</param>
public sealed record AboutThread(ThreadWord Command, string Reference, string Text);

/// <summary>The words that go with a reference.</summary>
public enum ThreadWord
{
    /// <summary>Where does it stand?</summary>
    Status,

    /// <summary>What happened so far?</summary>
    History,

    /// <summary>Let me write to marketing about it.</summary>
    Reply,

    /// <summary>Let me change it.</summary>
    Change,

    /// <summary>How is it coming along?</summary>
    Nudge,

    /// <summary>I take it back.</summary>
    Withdraw,

    /// <summary>It is not done with that.</summary>
    Reopen,

    /// <summary>Thank you.</summary>
    Thanks,
}
