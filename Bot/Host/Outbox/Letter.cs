using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Outbox;

/// <summary>A row of an outbox as operators see it: nothing of it is what somebody typed.</summary>
/// <param name="Partition">Where it is.</param>
/// <param name="Key">Its key.</param>
/// <param name="ETag">As it was read.</param>
/// <param name="Row">What it says; null if this version cannot read it.</param>
/// <param name="For">The thread's reference, and whom or which channel it goes to; empty if that is not known.</param>
internal sealed record Letter(string Partition, string Key, string ETag, OutboxRow? Row, string For)
{
    /// <summary>The kinds by the names that they are stored under.</summary>
    private static readonly FrozenDictionary<Type, string> Kinds = typeof(Outgoing)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(kind => kind.DerivedType, kind => (string)kind.TypeDiscriminator!);

    /// <summary>Names it; the first characters are enough where no other one begins with them.</summary>
    public string Id { get; } = Keys.Hash(Partition, Key);

    /// <summary>Whether no bot tries it any more. What cannot be read is not tried either.</summary>
    public bool IsDead => Row is null || Key.StartsWith(Keys.DeadFrom, StringComparison.Ordinal);

    /// <summary>Whether it can be sent as it was meant.</summary>
    public bool CanBeReplayed => Row is { WordsRemoved: false };

    /// <summary>What it is.</summary>
    public string Kind => Row is null ? "unreadable" : Kinds[Row.Message!.GetType()];
}
