namespace BridgeBot.Tests.Models;

/// <summary>Something that can happen next, and the state after it.</summary>
internal readonly record struct Step<TState>(string Name, TState Next);

/// <summary>Goes through every interleaving, breadth first. States are compared by value.</summary>
internal static class ModelCheck
{
    /// <summary>The shortest way to a state of the kind looked for, step by step; null if none can be reached.</summary>
    public static IReadOnlyList<string>? FindFirst<TState>(
        TState start, Func<TState, IEnumerable<Step<TState>>> steps, Predicate<TState> wanted)
        where TState : notnull
    {
        var cameFrom = new Dictionary<TState, (TState State, string Step)?> { [start] = null };
        var ahead = new Queue<TState>([start]);
        while (ahead.TryDequeue(out var state))
        {
            if (wanted(state)) return PathTo(state, cameFrom);
            foreach (var step in steps(state))
            {
                if (cameFrom.TryAdd(step.Next, (state, step.Name))) ahead.Enqueue(step.Next);
            }
        }

        return null;
    }

    private static List<string> PathTo<TState>(TState end, Dictionary<TState, (TState State, string Step)?> cameFrom)
        where TState : notnull
    {
        var path = new List<string>();
        for (var at = cameFrom[end]; at is { } before; at = cameFrom[before.State]) path.Add(before.Step);
        path.Reverse();
        return path;
    }
}
