using System.Text.RegularExpressions;
using BridgeBot.Core.Intake;

namespace BridgeBot.Host.Turns;

/// <summary>Reads what a channel shall take, such as "advertising, event" or "Region: EMEA".</summary>
internal static partial class RouteReader
{
    /// <summary>Reads it.</summary>
    /// <param name="what">As typed; empty for whatever has no channel of its own.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="since">UTC instant at which it is connected.</param>
    /// <param name="kinds">The configured kinds.</param>
    /// <param name="routes">One for each; none if a part is unknown.</param>
    /// <param name="unknown">The part that is neither a kind nor a field with a value; empty if there is none.</param>
    public static bool TryRead(
        string what, ConversationReference channel, DateTimeOffset since, KindCatalog kinds, out IReadOnlyList<Route> routes, out string unknown)
    {
        if (what.Length == 0)
        {
            (routes, unknown) = ([new Route(channel, since)], "");
            return true;
        }

        List<Route> read = [];
        foreach (var part in Parts(what, kinds))
        {
            var route = kinds.Named(part) is { } kind ? new Route(channel, since, kind.Id)
                : ReadField(part, kinds) is { } field ? new Route(channel, since, Field: field)
                : null;
            if (route is null)
            {
                (routes, unknown) = ([], part);
                return false;
            }

            if (!read.Any(route.IsForTheSame))
            {
                read.Add(route);
            }
        }

        (routes, unknown) = (read, what);
        return read.Count > 0;
    }

    /// <summary>What routes are for, as people call it.</summary>
    public static string Describe(IEnumerable<Route> routes, KindCatalog kinds) => string.Join(
        ", ",
        routes.Select(route => route.Field is { } field ? $"{field.Label}: {field.Value}" : kinds.Find(route.Kind!).Label));

    private static IEnumerable<string> Parts(string what, KindCatalog kinds) => what.Split([',', ';'])
        .SelectMany(part => kinds.Named(part.Trim()) is null ? And.Split(part) : [part])
        .Select(part => part.Trim())
        .Where(part => part.Length > 0);

    /// <summary>A value of a field of some kind's form, by the field's label or id. Of these, the customer, the day and what has worked are
    /// different in every request.</summary>
    private static RoutedField? ReadField(string part, KindCatalog kinds)
    {
        var match = FieldPattern.Match(part);
        var label = kinds.All.SelectMany(kind => kind.Fields)
            .Where(field => field.Id is not (KindField.Customer or KindField.Deadline or KindField.Worked))
            .FirstOrDefault(field => Is(match, field.Label) || Is(match, field.Id))
            ?.Label;
        return label is null ? null : new(label, match.Groups["value"].Value);
    }

    private static bool Is(Match match, string name) => name.Equals(match.Groups["field"].Value, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?:^|\s)and\s", RegexOptions.IgnoreCase)]
    private static partial Regex And { get; }

    [GeneratedRegex(@"^(?<field>[^:=]+?)\s*[:=]\s*(?<value>.+)$")]
    private static partial Regex FieldPattern { get; }
}
