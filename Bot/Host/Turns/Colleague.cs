using System.Text.Json.Serialization;
using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>Somebody who was named, and is nobody until they are found among the members of the channel's team.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "by")]
[JsonDerivedType(typeof(PickedColleague), "pick")]
[JsonDerivedType(typeof(MentionedColleague), "mention")]
[JsonDerivedType(typeof(TypedColleague), "name")]
public abstract record Colleague;

/// <summary>Picked on a card: whatever a client sent, in the form of an Entra object id.</summary>
/// <param name="Person">The id, and no name.</param>
public sealed record PickedColleague(Person Person) : Colleague;

/// <summary>Mentioned in a message.</summary>
/// <param name="TeamsId">29:..., the id that the person has for this bot.</param>
/// <param name="Name">As shown.</param>
public sealed record MentionedColleague(string TeamsId, string Name) : Colleague;

/// <summary>Typed.</summary>
/// <param name="Name">A name, or part of one.</param>
public sealed record TypedColleague(string Name) : Colleague;
