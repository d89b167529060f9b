namespace BridgeBot.Tests.Models;

/// <summary>A few values in order, never changed, compared by value: an array that can be part of a state.</summary>
internal readonly struct Cells<T>(params T[] values) : IEquatable<Cells<T>>
    where T : struct, IEquatable<T>
{
    private readonly T[] _values = values;

    public int Count => _values.Length;

    public T this[int index] => _values[index];

    public Cells<T> With(int index, T value)
    {
        var copy = (T[])_values.Clone();
        copy[index] = value;
        return new Cells<T>(copy);
    }

    public bool All(Func<T, bool> condition) => _values.All(condition);

    public bool Equals(Cells<T> other) => _values.AsSpan().SequenceEqual(other._values);

    public override bool Equals(object? obj) => obj is Cells<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var value in _values) hash.Add(value);
        return hash.ToHashCode();
    }
}
