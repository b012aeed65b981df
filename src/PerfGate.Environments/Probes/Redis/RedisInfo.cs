using System.Globalization;

namespace PerfGate.Environments.Probes.Redis;

/// <summary>The reply to INFO: lines of name:value, and headings that begin with #.</summary>
internal sealed class RedisInfo
{
    readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public static RedisInfo Parse(string text)
    {
        var info = new RedisInfo();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] != '#' && line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                info.values[line[..colon]] = line[(colon + 1)..];
            }
        }

        return info;
    }

    public string? Text(string name) => values.GetValueOrDefault(name);

    public double? Number(string name) =>
        double.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A sentence about the numbers that the reply does not hold; null when it holds all of them.</summary>
    public string? MissingAmong(params string[] names) =>
        names.Where(name => Number(name) is null).ToList() is { Count: > 0 } missing
            ? $"Redis does not tell {string.Join(", ", missing)}."
            : null;
}
