namespace BridgeBot.Core.Framing.Learned;

/// <summary>Numbers for features, made of the numbers of words; the same on every machine.</summary>
/// <remarks>The last steps are MurmurHash3's finalizer, https://github.com/aappleby/smhasher.</remarks>
internal static class Hashing
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The number of a feature: of which sort it is, and up to two values.</summary>
    public static uint Mix(char sort, uint first, uint second = 0)
    {
        var hash = ((Basis ^ sort) * Prime) ^ first;
        hash = ((hash ^ (hash >> 15)) * 0x85EBCA6B) ^ second;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }

    /// <summary>A feature as it speaks for one of several choices; those of one feature stand side by side, so that looking at all of
    /// them costs hardly more than at one.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="choice">Which choice, from 0.</param>
    /// <param name="bits">How many bits a choice has.</param>
    public static uint ForChoice(uint feature, int choice, int bits) => (feature << bits) | (uint)choice;
}
