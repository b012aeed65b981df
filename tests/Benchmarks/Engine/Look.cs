namespace Benchmarks.Engine;

/// <summary>What the engine's process had done by a moment of load, or did between two.</summary>
internal readonly record struct Look(double Seconds, long Requests, long Bytes)
{
    /// <summary>
    /// Bytes that each request costs, beside what a second costs whatever it holds: that is seen in a quiet stretch of load.
    /// </summary>
    public double BytesPerRequestBeside(Look quiet) => (Bytes - quiet.Bytes / quiet.Seconds * Seconds) / Requests;
}
