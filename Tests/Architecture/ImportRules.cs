using System.Reflection;

namespace BridgeBot.Tests.Architecture;

/// <summary>Who may import whom within one assembly, by the folder below its root namespace.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Root">Its root namespace. What stands there itself composes the rest and may use everything.</param>
/// <param name="Allowed">For each folder, the folders that it may use beside itself; a folder that is not listed may use none.</param>
internal sealed record ImportRules(Assembly Assembly, string Root, IReadOnlyDictionary<string, string[]> Allowed)
{
    /// <summary>A line for each use that the rules do not allow.</summary>
    public IReadOnlyList<string> Violations() =>
    [
        .. from type in Assembly.GetTypes()
           let folder = FolderOf(type)
           where folder is not null
           from used in TypeUses.Of(type)
           where used.Assembly == Assembly
           let other = FolderOf(used)
           where other is not null && other != folder && !Allowed.GetValueOrDefault(folder, []).Contains(other)
           orderby type.FullName, used.FullName
           select $"{type.FullName} uses {used.FullName}",
    ];

    /// <summary>The types of one folder, with the closures and state machines that the compiler nests in them.</summary>
    public IEnumerable<Type> TypesOf(string folder) => Assembly.GetTypes().Where(type => FolderOf(type) == folder);

    /// <summary>The first name below the root; null outside of any folder.</summary>
    private string? FolderOf(Type type) => type.Namespace is { } name && name.StartsWith(Root + ".", StringComparison.Ordinal)
        ? name[(Root.Length + 1)..].Split('.')[0]
        : null;
}
