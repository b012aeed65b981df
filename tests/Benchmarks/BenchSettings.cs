using System.Globalization;

namespace Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Only">Names of the benchmarks to run; empty: all.</param>
/// <param name="Peers">Parts of the names of the programs to run, ours included; empty: all that are found.</param>
/// <param name="Seconds">How long each piece of load takes, warm-up not counted.</param>
/// <param name="Repeat">How often each piece is repeated; medians are taken.</param>
/// <param name="MemoryMinutes">The lengths of the runs whose memory is compared, ascending.</param>
/// <param name="Output">The folder that results are written to.</param>
internal sealed record BenchSettings(
    IReadOnlyList<string> Only, IReadOnlyList<string> Peers, double Seconds, int Repeat, IReadOnlyList<double> MemoryMinutes, string Output)
{
    static readonly string[] Known = ["only", "peers", "seconds", "repeat", "memory-minutes", "quick", "full", "output"];

    /// <summary>Reads <c>--only=cost,lag --peers=lean,wrk --seconds=6 --repeat=5 --memory-minutes=1,10 --quick --full --output=FOLDER</c>.</summary>
    /// <exception cref="FormatException">An argument is unknown or not understood; the message says which.</exception>
    public static BenchSettings Read(IReadOnlyList<string> args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var arg in args)
        {
            var parts = arg.TrimStart('-').Split('=', 2);
            if (!arg.StartsWith("--", StringComparison.Ordinal) || !Known.Contains(parts[0], StringComparer.Ordinal))
                throw new FormatException($"'{arg}' is not known here. There are: {string.Join(", ", Known.Select(k => $"--{k}"))}.");
            given[parts[0]] = parts.Length == 2 ? parts[1] : "";
        }

        var (quick, full) = (given.ContainsKey("quick"), given.ContainsKey("full"));
        return new BenchSettings(
            [.. Words(given.GetValueOrDefault("only", ""))],
            [.. Words(given.GetValueOrDefault("peers", ""))],
            Number("seconds", given.GetValueOrDefault("seconds", quick ? "2" : "6")),
            (int)Number("repeat", given.GetValueOrDefault("repeat", quick ? "1" : "5")),
            [.. Words(given.GetValueOrDefault("memory-minutes", full ? "3,30" : quick ? "0.2,0.6" : "1,10"))
                .Select(word => Number("memory-minutes", word)).Order()],
            given.GetValueOrDefault("output", "artifacts/bench"));
    }

    static IEnumerable<string> Words(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static double Number(string name, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 3600
            ? number
            : throw new FormatException($"--{name}={text}: a number above 0 and up to 3600 is wanted.");
}
