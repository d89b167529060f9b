namespace BridgeBot.Core.Threads;

/// <summary>Somebody in the tenant.</summary>
/// <param name="AadObjectId">
/// The Microsoft Entra object id; the only id that stays the same between bots and channels
/// (<see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context"/>).
/// Empty for somebody who was erased: nobody is recognised as them.
/// </param>
/// <param name="Name">The display name as Teams sent it; shown to people, never used to recognise anybody.</param>
public sealed record Person(string AadObjectId, string Name);
