namespace BridgeBot.Tests.Models;

/// <summary>A set of ids from 0 to 31, never changed, compared by value.</summary>
internal readonly record struct IdSet(uint Bits)
{
    public bool IsEmpty => Bits == 0;

    public IEnumerable<int> Ids
    {
        get
        {
            for (var rest = Bits; rest != 0; rest &= rest - 1) yield return System.Numerics.BitOperations.TrailingZeroCount(rest);
        }
    }

    public bool Has(int id) => (Bits >> id & 1) == 1;

    public IdSet With(int id) => new(Bits | 1u << id);

    public IdSet Without(int id) => new(Bits & ~(1u << id));
}
