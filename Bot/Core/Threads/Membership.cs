namespace BridgeBot.Core.Threads;

/// <summary>Who belongs to marketing, and who administers, as configured.</summary>
/// <param name="Members">aadObjectIds of marketing; empty for whoever is in its channel.</param>
/// <param name="Administrators">aadObjectIds of the administrators.</param>
/// <param name="EverybodyAdministers">Whether everybody is an administrator, as on a development machine.</param>
public sealed record Membership(IReadOnlySet<string> Members, IReadOnlySet<string> Administrators, bool EverybodyAdministers)
{
    /// <summary>Whether somebody who is in marketing's channel belongs to marketing.</summary>
    public bool IsOfMarketing(Person person) => Members.Count == 0 || Members.Contains(person.AadObjectId);

    /// <summary>Whether somebody may do something that is not about one thread.</summary>
    public bool Allows(Deed deed, Person person) => DeedPolicy.RoleFor(deed) switch
    {
        ThreadRole.Administrator => EverybodyAdministers || Administrators.Contains(person.AadObjectId),
        _ => IsOfMarketing(person),
    };
}
