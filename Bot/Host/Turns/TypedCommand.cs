namespace BridgeBot.Host.Turns;

/// <summary>Something that can be typed to the bot, beside the dialog's own words (<see cref="Core.Intake.DialogWords"/>) and what a rep has to say.</summary>
/// <param name="Text">A message that is this command; with a reference, if it takes one.</param>
/// <param name="IsOffered">Whether Teams' menu offers it, by the app's manifest; what takes more words than these is only typed.</param>
/// <param name="Where">The conversations that it works in.</param>
public sealed record TypedCommand(string Text, bool IsOffered, params IReadOnlyList<ConversationType> Where)
{
    /// <summary>All of them. What <see cref="ChatCommand"/> reads, what the manifest offers and what the README tells are held to it.</summary>
    public static IReadOnlyList<TypedCommand> All { get; } =
    [
        new("help", true, ConversationType.Personal, ConversationType.Channel, ConversationType.GroupChat),
        new("status", true, ConversationType.Personal),
        new("status BR-7K3Q2M", false, ConversationType.Personal),
        new("history BR-7K3Q2M", false, ConversationType.Personal, ConversationType.Channel),
        new("reply BR-7K3Q2M your words", false, ConversationType.Personal),
        new("change BR-7K3Q2M", false, ConversationType.Personal),
        new("withdraw BR-7K3Q2M", false, ConversationType.Personal),
        new("nudge BR-7K3Q2M", false, ConversationType.Personal),
        new("reopen BR-7K3Q2M why", false, ConversationType.Personal),
        new("thanks BR-7K3Q2M your words", false, ConversationType.Personal),
        new("answer BR-7K3Q2M your answer", false, ConversationType.Personal),
        new("open", true, ConversationType.Channel),
        new("mine", true, ConversationType.Channel),
        new("overdue", true, ConversationType.Channel),
        new("board", true, ConversationType.Channel),
        new("find packaging broch", false, ConversationType.Channel),
        new("assign BR-7K3Q2M @Robin", false, ConversationType.Channel),
        new("digest now", true, ConversationType.Personal, ConversationType.Channel),
        new("digest on", true, ConversationType.Personal),
        new("digest off", true, ConversationType.Personal),
        new("digest friday 15:00", false, ConversationType.Channel),
        new("digest pause", false, ConversationType.Channel),
        new("digest resume", false, ConversationType.Channel),
        new("use this channel", true, ConversationType.Channel),
        new("use this channel for advertising, event", false, ConversationType.Channel),
        new("stop using this channel", true, ConversationType.Channel),
        new("channels", true, ConversationType.Channel),
        new("move BR-7K3Q2M here", false, ConversationType.Channel),
        new("relay on", false, ConversationType.Channel),
        new("relay off", false, ConversationType.Channel),
        new("hand over 8b1f... to 5c20...", false, ConversationType.Personal, ConversationType.Channel, ConversationType.GroupChat),
    ];
}
