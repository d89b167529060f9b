namespace BridgeBot.Bench.History;

/// <summary>How long an answer took.</summary>
/// <param name="Took">Milliseconds until it had arrived.</param>
/// <param name="Bare">Milliseconds of bare reads of the same rows; 0 where there are none to compare with.</param>
internal readonly record struct Time(double Took, double Bare)
{
    /// <summary>What is compared: the ratio where there is one.</summary>
    public double Measured => Bare > 0 ? Took / Bare : Took;
}
