using System.Text.RegularExpressions;

namespace BridgeBot.Host.Turns;

/// <summary>The commands that are not a step of the dialog, as typed in a chat or a channel.</summary>
public static partial class ChatCommand
{
    /// <summary>Whether somebody wants to see the open threads.</summary>
    public static bool IsStatus(string text) => Is(text, "status");

    /// <summary>Whether somebody wants to know what can be typed.</summary>
    public static bool IsHelp(string text) => Is(text, "help");

    /// <summary>Whether this channel shall take the requests.</summary>
    public static bool IsUseThisChannel(string text) => Is(text, "use this channel");

    /// <summary>Whether somebody wants this week's digest.</summary>
    public static bool IsDigestNow(string text) => Is(text, "digest now");

    /// <summary>Reads <c>answer BR-7K3Q2M yes, in blue</c>; null if the text is nothing of the kind.</summary>
    public static (string Reference, string Text)? ReadAnswer(string text)
    {
        var match = AnswerPattern().Match(text);
        return match.Success ? (match.Groups["reference"].Value.ToUpperInvariant(), match.Groups["text"].Value.Trim()) : null;
    }

    private static bool Is(string text, string command) =>
        text.AsSpan().Trim().TrimEnd(".!?").Equals(command, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\s*answer\s+(?<reference>BR-[0-9A-Z]{6})\b[\s:,]*(?<text>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex AnswerPattern();
}
