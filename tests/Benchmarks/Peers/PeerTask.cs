namespace Benchmarks.Peers;

/// <summary>The load that a program is to send.</summary>
/// <param name="Target">The page to get.</param>
/// <param name="Connections">How many at a time.</param>
/// <param name="Seconds">For how long.</param>
/// <param name="Rate">Requests a second, for those that can keep one; null: as fast as it goes.</param>
internal sealed record PeerTask(Uri Target, int Connections, double Seconds, double? Rate = null)
{
    public int WholeSeconds => (int)Math.Max(1, Math.Round(Seconds));

    /// <summary>Enough for any of them to start and to end.</summary>
    public TimeSpan Within => TimeSpan.FromSeconds(Seconds + 60);
}
