using System.Text.Json;

namespace BridgeBot.Host.Turns;

/// <summary>A row of the outbox.</summary>
/// <param name="Number">Its place in the partition's order.</param>
/// <param name="Message">What to do; null for a tombstone, which makes a late commit of the same due row fail.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NotBefore">UTC instant before which it rests; null for at once.</param>
/// <param name="LeasedUntil">UTC instant until which a worker has it in hand; null if none has.</param>
/// <param name="WaitsForChannel">Whether it rests because no channel is connected.</param>
/// <param name="RefusedSince">The newest <see cref="Route.Since"/> of the channels that refused it; null if none did.</param>
/// <param name="LastCode">Why the last try failed, for operators; null if none did.</param>
/// <param name="DeadSince">UTC instant at which it was given up and became a <see cref="DeadLetter"/>; null if it was not.</param>
/// <param name="WordsRemoved">Whether somebody's own words were taken out of the dead letter, so that it cannot be sent any more.</param>
public sealed record OutboxRow(
    long Number,
    Outgoing? Message,
    int Attempts = 0,
    DateTimeOffset? NotBefore = null,
    DateTimeOffset? LeasedUntil = null,
    bool WaitsForChannel = false,
    DateTimeOffset? RefusedSince = null,
    string? LastCode = null,
    DateTimeOffset? DeadSince = null,
    bool WordsRemoved = false)
{
    /// <summary>Reads a row; null for one that this version cannot read, and why.</summary>
    public static (OutboxRow? Row, string? Fault) TryRead(string body)
    {
        try
        {
            return (StateJson.Read<OutboxRow>(body), null);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            return (null, fault.Message);
        }
    }

    /// <summary>The body of a tombstone; it may go after 7 days, when no commit can be so late any more.</summary>
    public static string Tombstone(DateTimeOffset now) => StateJson.Write(new OutboxRow(0, null, NotBefore: now.AddDays(7)));
}

/// <summary>A due row: "look into this partition's outbox at this instant".</summary>
/// <param name="At">UTC instant.</param>
/// <param name="Partition">The partition to look into.</param>
/// <param name="Id">The random id of the commit attempt; its outbox rows carry it in their keys.</param>
/// <param name="MayBeLate">Whether a sweeper found it, and its commit may still be on its way.</param>
public sealed record Due(DateTimeOffset At, string Partition, string Id, bool MayBeLate = false)
{
    /// <summary>How long a turn is left alone before a sweeper looks whether it crashed; a turn gives up after 8 s.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    /// <summary>The partition of the due row itself.</summary>
    public string Home { get; } = Keys.Due(Partition);

    /// <summary>Its key.</summary>
    public string Key => $"{Keys.DueAt(At)}|{Partition}|{Id}";
}

/// <summary>What a due row holds beside its key.</summary>
/// <param name="Partition">The partition to look into.</param>
/// <param name="Id">The id of the commit attempt.</param>
/// <param name="At">UTC instant.</param>
/// <param name="IsCommitted">Whether its outbox rows were seen, so that no commit can come late.</param>
/// <param name="LeasedUntil">UTC instant until which a sweeper has it in hand; null if none has.</param>
public sealed record DueBody(
    string Partition, string Id, DateTimeOffset At, bool IsCommitted = false, DateTimeOffset? LeasedUntil = null);
