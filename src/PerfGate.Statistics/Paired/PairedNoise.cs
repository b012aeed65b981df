namespace PerfGate.Statistics.Paired;

/// <summary>What one metric of one and the same build differs by, from sessions that compared it with itself.</summary>
/// <param name="Sessions">How many sessions it rests on.</param>
/// <param name="Rounds">How many rounds they have together.</param>
/// <param name="Round">
/// Standard deviation of a round's log-ratio within a session: of the normal noise that would be as hard to see through for
/// <see cref="SignFlipMaxT"/>, so that a rare wild round counts as much as it does there.
/// </param>
/// <param name="Session">
/// Standard deviation of the log-ratio between sessions, what the rounds themselves account for taken off; zero when they account
/// for all of it, null of one session. A few sessions know it badly: of five, the true one is up to 2.4 times it (one in twenty).
/// </param>
public sealed record PairedNoise(int Sessions, int Rounds, double Round, double? Session)
{
    // Fewer rounds do not tell how wide they lie.
    const int FewestRounds = 5;

    // The limit of the joint test, and how well it does with normal noise: there a round's deviation has to come out as it is.
    internal const double Limit = 1.5;
    internal const double Efficiency = 0.905;

    /// <summary>The deviations; null when no session has five rounds.</summary>
    /// <param name="sessions">The log-ratios of one metric, per session; sessions with fewer than five are left out.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static PairedNoise? Of(IEnumerable<IReadOnlyCollection<double>> sessions)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        var used = sessions.Where(session => session.Count >= FewestRounds).ToList();
        if (used.Count == 0) return null;
        var middles = used.ConvertAll(HodgesLehmann.Estimate);
        double[] around = [.. used.Zip(middles).SelectMany(pair => pair.First.Select(ratio => ratio - pair.Second))];
        // Each session's middle was taken from its own rounds.
        var round = Deviation(around) * Math.Sqrt(around.Length / (double)(around.Length - used.Count));
        return new PairedNoise(used.Count, around.Length, round, Between(used, middles, round));
    }

    // Huber's variance of a location held at a limit (1964): the mean square of what is held over the square of the share that is not.
    static double Deviation(double[] around)
    {
        double[] sizes = [.. around.Where(value => value != 0).Select(Math.Abs)];
        if (sizes.Length == 0) return 0;
        var limit = Limit * Median.Of(sizes);
        var square = around.Average(value => Math.Min(value * value, limit * limit));
        var free = around.Count(value => Math.Abs(value) <= limit) / (double)around.Length;
        return Math.Sqrt(Efficiency * square) / free;
    }

    static double? Between(List<IReadOnlyCollection<double>> sessions, List<double> middles, double round)
    {
        if (sessions.Count < 2) return null;
        var mean = middles.Average();
        var seen = middles.Sum(middle => (middle - mean) * (middle - mean)) / (sessions.Count - 1);
        var ownRounds = sessions.Average(session => round * round / session.Count) / Efficiency;
        return Math.Sqrt(Math.Max(0, seen - ownRounds));
    }
}
