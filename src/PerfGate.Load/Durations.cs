namespace PerfGate.Load;

/// <summary>Lengths of time as they are said: <c>25.Seconds()</c>.</summary>
public static class Durations
{
    /// <summary>That many milliseconds.</summary>
    public static TimeSpan Milliseconds(this int count) => TimeSpan.FromMilliseconds(count);

    /// <summary>That many seconds.</summary>
    public static TimeSpan Seconds(this int count) => TimeSpan.FromSeconds(count);

    /// <summary>That many seconds.</summary>
    public static TimeSpan Seconds(this double count) => TimeSpan.FromSeconds(count);

    /// <summary>That many minutes.</summary>
    public static TimeSpan Minutes(this int count) => TimeSpan.FromMinutes(count);

    /// <summary>That many hours.</summary>
    public static TimeSpan Hours(this int count) => TimeSpan.FromHours(count);
}
