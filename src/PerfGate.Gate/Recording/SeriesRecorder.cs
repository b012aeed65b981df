using PerfGate.Gate.Records;
using PerfGate.Load.Results;

namespace PerfGate.Gate.Recording;

/// <summary>Turns seconds with endpoints into columns per endpoint, all as long as there are seconds.</summary>
internal static class SeriesRecorder
{
    static readonly SecondStatistics Quiet = new(0, 0, null, null, null);

    public static SeriesRecord Record(IReadOnlyList<SecondResult> seconds)
    {
        var names = seconds.SelectMany(s => s.Endpoints).Select(e => (e.Name, e.Method)).Distinct()
            .OrderBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.Method, StringComparer.Ordinal);
        var lookups = seconds.Select(s => s.Endpoints.ToDictionary(e => (e.Name, e.Method), e => e.Statistics)).ToList();
        return new SeriesRecord(
            [.. seconds.Select(s => s.Second)],
            [.. seconds.Select(s => s.Users)],
            Columns([.. seconds.Select(s => s.All)]),
            [.. names.Select(n => new EndpointSeriesRecord(n.Name, n.Method, Columns([.. lookups.Select(l => l.GetValueOrDefault(n, Quiet))])))])
        {
            SecondsPerPoint = seconds.Count == 0 ? 1 : seconds.Max(s => s.Seconds),
        };
    }

    /// <summary>A series without any second, for records that are kept small.</summary>
    public static SeriesRecord Empty => new([], [], Columns([]), []);

    static SeriesColumns Columns(List<SecondStatistics> seconds) => new(
        [.. seconds.Select(s => s.Requests)],
        [.. seconds.Select(s => s.Failures)],
        [.. seconds.Select(s => s.P50Micros)],
        [.. seconds.Select(s => s.P95Micros)],
        [.. seconds.Select(s => s.P99Micros)])
    {
        Bytes = [.. seconds.Select(s => s.Bytes)],
    };
}
