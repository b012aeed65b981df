using System.Globalization;

namespace PerfGate.Reporting.Text;

/// <summary>Numbers with their units, as people say them: three significant digits, and a dash for what is not known.</summary>
internal static class Quantity
{
    public const string Unknown = "–";

    static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string Count(long? value) => value is { } v ? v.ToString("N0", Culture) : Unknown;

    /// <summary>A length of time given in microseconds: 340 µs, 3.41 ms, 34.1 ms, 3.41 s, 2 min 5 s.</summary>
    public static string Micros(double? value) => value switch
    {
        null => Unknown,
        < 999.5 and var v => Significant(v) + " µs",
        < 999_500 and var v => Significant(v / 1e3) + " ms",
        < 59_950_000 and var v => Significant(v / 1e6) + " s",
        var v => Clock(v.Value / 1e6),
    };

    public static string Millis(double? value) => Micros(value * 1e3);

    public static string Seconds(double? value) => Micros(value * 1e6);

    /// <summary>A span of a run: 45 s, 2 min 5 s, 1 h 30 min.</summary>
    public static string Span(double seconds) =>
        seconds < 59.5 ? Significant(seconds) + " s" : Clock(seconds);

    public static string PerSecond(double? value) => value is { } v ? Significant(v) + "/s" : Unknown;

    /// <summary>A share of one, in percent. What is not zero is never shown as 0 %.</summary>
    public static string Percent(double? share) => share switch
    {
        null => Unknown,
        0 => "0 %",
        > 0 and < 0.0001 => "<0.01 %",
        var v => Significant(v.Value * 100) + " %",
    };

    /// <summary>A change as a ratio minus one, with its sign: +4.2 %, −12 %.</summary>
    public static string Change(double? ratioMinusOne)
    {
        if (ratioMinusOne is not { } change) return Unknown;
        var percent = Math.Abs(change) * 100;
        var digits = percent >= 9.95 ? Math.Round(percent).ToString("N0", Culture) : percent.ToString("0.0", Culture);
        var sign = digits is "0.0" ? "±" : change > 0 ? "+" : "−";
        return $"{sign}{digits} %";
    }

    /// <summary>The interval of a change: +1.0 % to +7.4 %.</summary>
    public static string Interval(double? lower, double? upper) =>
        lower is null || upper is null ? Unknown : $"{Change(lower)} to {Change(upper)}";

    /// <summary>Bytes in powers of 1,024: 512 B, 1.5 KiB, 312 MiB.</summary>
    public static string Bytes(double? value)
    {
        if (value is not { } bytes) return Unknown;
        string[] units = ["B", "KiB", "MiB", "GiB", "TiB"];
        var unit = 0;
        while (bytes >= 999.5 && unit < units.Length - 1)
        {
            bytes /= 1024;
            unit++;
        }

        return $"{Significant(bytes)} {units[unit]}";
    }

    /// <summary>Three significant digits where there are fractions, thousands separated where there are none.</summary>
    public static string Significant(double value)
    {
        var size = Math.Abs(value);
        return size switch
        {
            0 => "0",
            >= 99.95 => value.ToString("N0", Culture),
            >= 9.995 => value.ToString("0.#", Culture),
            >= 0.9995 => value.ToString("0.##", Culture),
            >= 0.001 => value.ToString("0.###", Culture),
            _ => value.ToString("0.#e-0", Culture),
        };
    }

    static string Clock(double seconds)
    {
        var whole = (long)Math.Round(seconds);
        var (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60);
        return hours > 0
            ? minutes > 0 ? $"{hours} h {minutes} min" : $"{hours} h"
            : rest > 0 ? $"{minutes} min {rest} s" : $"{minutes} min";
    }
}
