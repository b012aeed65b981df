namespace PerfGate.Reporting.Charts;

/// <summary>Maps values onto a stretch of a drawing, linearly or by their logarithm.</summary>
internal readonly record struct Scale(double From, double To, double Start, double End, bool Logarithmic = false)
{
    public double At(double value)
    {
        var (low, high, point) = Logarithmic ? (Math.Log10(From), Math.Log10(To), Math.Log10(Math.Max(value, From))) : (From, To, value);
        return high > low ? Start + (point - low) / (high - low) * (End - Start) : Start;
    }
}
