using System.Globalization;
using System.Text.RegularExpressions;

namespace Benchmarks.Peers;

/// <summary>The output of a peer, from which numbers are read. What is not found is an error, never zero.</summary>
internal sealed class Said(string peer, string output)
{
    const string NumberThenUnit = @"([0-9]+(?:\.[0-9]+)?)";

    /// <summary>The number that the pattern captures.</summary>
    /// <exception cref="InvalidOperationException">The output has nothing of that form.</exception>
    public double Number(string pattern) =>
        NumberOrNone(pattern) ?? throw new InvalidOperationException(
            $"The output of {peer} was not understood: nothing in it matches '{pattern}'.{Environment.NewLine}{output}");

    /// <summary>The same; null when the output has nothing of that form.</summary>
    public double? NumberOrNone(string pattern)
    {
        var match = Regex.Match(
            output, pattern.Replace("#", NumberThenUnit, StringComparison.Ordinal), RegexOptions.Multiline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
        return match.Success ? double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>A duration in microseconds, such as <c>1.23ms</c>, that follows the pattern; null when there is none.</summary>
    public double? MicrosOrNone(string pattern)
    {
        foreach (var (unit, micros) in new[] { ("us", 1.0), ("ms", 1e3), ("s", 1e6), ("m", 60e6) })
            if (NumberOrNone($"{pattern}#{unit}\\b") is { } number)
                return number * micros;
        return null;
    }

    /// <summary>Ends the benchmark when requests failed: the CPU time of failures says nothing.</summary>
    public void NoneMayFail(double? failed)
    {
        if (failed is > 0) throw new InvalidOperationException($"{failed} requests of {peer} failed:{Environment.NewLine}{output}");
    }
}
