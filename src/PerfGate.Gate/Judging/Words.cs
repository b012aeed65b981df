using System.Globalization;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Judging;

/// <summary>Numbers and metrics as sentences say them.</summary>
internal static class Words
{
    public static string Percent(double share) => $"{Number(share * 100)} %";

    /// <summary>A change with its sign.</summary>
    public static string Change(double ratioMinusOne) => ratioMinusOne > 0 ? $"+{Percent(ratioMinusOne)}" : Percent(ratioMinusOne);

    public static string Millis(double millis) => millis >= 10_000 ? $"{Number(millis / 1000)} s" : $"{Number(millis)} ms";

    /// <summary>Bytes in powers of 1,024, such as "1.2 GiB"; a negative number keeps its sign.</summary>
    public static string Bytes(double bytes)
    {
        string[] units = ["B", "KiB", "MiB", "GiB", "TiB"];
        var unit = 0;
        for (; Math.Abs(bytes) >= 999.5 && unit < units.Length - 1; unit++) bytes /= 1024;
        return $"{Number(bytes)} {units[unit]}";
    }

    /// <summary>Bytes a second as "1.2 GiB an hour".</summary>
    public static string PerHour(double bytesPerSecond) => $"{Bytes(bytesPerSecond * TimeSpan.SecondsPerHour)} an hour";

    /// <summary>Ends with a full stop, whatever it ended with.</summary>
    public static string Sentence(string text) => $"{text.TrimEnd().TrimEnd('.')}.";

    /// <summary>A sentence that goes on after other words; GET and CPU stay what they are.</summary>
    public static string Lower(string sentence) =>
        sentence.Length == 0 || (sentence.Length > 1 && char.IsUpper(sentence[1])) ? sentence : char.ToLowerInvariant(sentence[0]) + sentence[1..];

    /// <summary>"POST /notes"; the name alone for all methods of it.</summary>
    public static string Endpoint(string? method, string name) => method is { Length: > 0 } ? $"{method} {name}" : name;

    /// <summary>What happened, without the lines of a log that follow it.</summary>
    public static string WithoutLog(string told)
    {
        var first = told.Split('\n')[0].TrimEnd();
        return first.EndsWith(':') && first.LastIndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? first[..end] : first;
    }

    /// <summary>"1 request", "2 requests"; thousands apart.</summary>
    public static string Count(long count, string one) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {one}{(count == 1 ? "" : "s")}";

    /// <summary>"120 arrivals a second".</summary>
    public static string Rate(double rate) => $"{Number(rate)} arrival{(rate == 1 ? "" : "s")} a second";

    /// <summary>The load of a stage: "At 120 arrivals a second" where it is open, else "With 500 users".</summary>
    public static string Load(double? rate, int users) => rate is { } perSecond ? $"At {Rate(perSecond)}" : $"With {Value(Metrics.ConcurrentUsers, users)}";

    public static string Metric(string metric) => metric switch
    {
        Metrics.ErrorRate => "error rate",
        Metrics.RequestsPerSecond => "throughput",
        Metrics.CpuPerRequest => "CPU per request",
        Metrics.ConcurrentUsers => "concurrent users",
        _ => metric,
    };

    /// <summary>A value in the unit that targets use.</summary>
    public static string Value(string metric, double value) => metric switch
    {
        Metrics.ErrorRate => Percent(value),
        Metrics.RequestsPerSecond => $"{Number(value)} requests/s",
        Metrics.ConcurrentUsers => Count((long)value, "user"),
        _ => Millis(value),
    };

    /// <summary>"p95 of POST /x is 1,210 ms, beyond its critical limit of 1,000 ms".</summary>
    public static string Missed(TargetResult missed) =>
        $"{Metric(missed.Metric)} of {missed.Subject()} is {Value(missed.Metric, missed.Value!.Value)}, beyond its critical limit of {Value(missed.Metric, missed.Critical)}";

    // Three digits are what a reader takes in; below a hundredth nothing matters to a gate.
    public static string Number(double value) => Math.Abs(value) switch
    {
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };
}
