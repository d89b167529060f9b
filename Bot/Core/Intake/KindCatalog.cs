using System.Collections.Frozen;

namespace BridgeBot.Core.Intake;

/// <summary>The configured kinds, by id.</summary>
public sealed class KindCatalog
{
    /// <summary>The kind that takes what no other kind fits.</summary>
    public const string Other = "other";

    private readonly FrozenDictionary<string, RequestKind> _byId;

    /// <summary>A catalogue.</summary>
    /// <param name="kinds">The kinds in the order in which the form offers them; must hold <see cref="Other"/>.</param>
    /// <exception cref="ArgumentException">
    /// An id is there twice, <see cref="Other"/> is missing, or a field is called <see cref="KindField.Kind"/>.
    /// </exception>
    public KindCatalog(IReadOnlyList<RequestKind> kinds)
    {
        All = kinds;
        _byId = kinds.ToFrozenDictionary(kind => kind.Id, StringComparer.OrdinalIgnoreCase);
        if (!_byId.ContainsKey(Other))
        {
            throw new ArgumentException($"the kind '{Other}' is missing", nameof(kinds));
        }

        foreach (var kind in kinds)
        {
            var ids = kind.Fields.Select(field => field.Id).ToList();
            if (ids.Distinct().Count() != ids.Count || ids.Contains(KindField.Kind))
            {
                throw new ArgumentException(
                    $"the kind '{kind.Id}' has a field twice, or one called '{KindField.Kind}'", nameof(kinds));
            }
        }
    }

    /// <summary>The kinds in the order of the configuration.</summary>
    public IReadOnlyList<RequestKind> All { get; }

    /// <summary>Whether there is a kind with this id.</summary>
    public bool Knows(string id) => _byId.ContainsKey(id);

    /// <summary>The kind that people mean by its id or its label, whatever its case; null if there is none.</summary>
    public RequestKind? Named(string name) => _byId.GetValueOrDefault(name)
        ?? All.FirstOrDefault(kind => kind.Label.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The kind with this id, or <see cref="Other"/>.</summary>
    public RequestKind Find(string id) => _byId.GetValueOrDefault(id) ?? _byId[Other];
}
