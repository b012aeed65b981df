namespace PerfGate.Gate.Paired;

/// <summary>One side could not be built, migrated or started.</summary>
/// <param name="isBaseline">Which one.</param>
/// <param name="message">Which one and why, in words.</param>
internal sealed class SideUnavailableException(bool isBaseline, string message) : Exception(message)
{
    public bool IsBaseline => isBaseline;
}
