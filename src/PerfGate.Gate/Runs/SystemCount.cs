using System.Globalization;
using PerfGate.Gate.Suites;

namespace PerfGate.Gate.Runs;

/// <summary>
/// The requests that the system says it answered while load ran, to hold against our own count. Asking is a request too, and
/// is taken off again.
/// </summary>
internal sealed class SystemCount(HttpClient client, RequestCounter counter)
{
    long? before;

    public async Task Begin(CancellationToken ct) => before = await Ask(ct);

    /// <summary>Requests answered since <see cref="Begin"/>; null when the system did not tell.</summary>
    public async Task<long?> End(CancellationToken ct) => before is { } start && await Ask(ct) is { } end ? end - start - 1 : null;

    /// <summary>The sum over all label sets of a counter in the Prometheus text format; null when it is not there.</summary>
    internal static long? Sum(string text, string family)
    {
        var values = text.Split('\n')
            .Where(line => line.StartsWith(family, StringComparison.Ordinal) && line.Length > family.Length && line[family.Length] is '{' or ' ')
            .Select(line => line[(line.LastIndexOf('}') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => words.Length > 1 && words[0] == family ? words[1] : words.FirstOrDefault())
            .ToList();
        return values.Count == 0 ? null : values.Sum(v => double.TryParse(v, NumberStyles.Float, CultureInfo.InvariantCulture, out var count) ? (long)count : 0);
    }

    async Task<long?> Ask(CancellationToken ct)
    {
        try
        {
            return Sum(await client.GetStringAsync(new Uri(counter.Path, UriKind.Relative), ct), counter.Family);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return null;
        }
    }
}
