using PerfGate.Load.Results;

namespace PerfGate.Load.Recording;

/// <summary>
/// The time series. A request belongs to the second in which it completed, also when its outcome was settled later: an
/// entry stays open for a while, and after that a latecomer still counts, though no longer in the percentiles.
/// </summary>
/// <param name="endpoints">The run's endpoints.</param>
/// <param name="secondsPerEntry">How many seconds one entry covers.</param>
internal sealed class SeriesBook(EndpointTable endpoints, int secondsPerEntry)
{
    const int SecondsOpen = 3;

    readonly long width = secondsPerEntry * 1_000_000L;
    readonly Dictionary<int, SeriesEntry> open = [];
    readonly Stack<SeriesEntry> spare = [];
    readonly List<int> usersAtEnd = [];
    readonly List<SecondResult> closed = [];

    public void Take(in Sample sample)
    {
        var index = (int)(sample.CompletedMicros / width);
        if (index < closed.Count) closed[index] = WithLate(closed[index], in sample);
        else Open(index).Take(in sample);
    }

    /// <summary>Notes the users of the entries that ended by now, and closes those that ended a while ago.</summary>
    public void CompleteUntil(long now, int users)
    {
        NoteUsers(now / width, users);
        Close((now - SecondsOpen * 1_000_000L) / width);
    }

    /// <summary>Closes every entry, the begun one included.</summary>
    public IReadOnlyList<SecondResult> Finish(long now, int users)
    {
        var count = Math.Max((now + width - 1) / width, open.Count == 0 ? 0 : open.Keys.Max() + 1);
        NoteUsers(count, users);
        Close(count);
        return closed;
    }

    SeriesEntry Open(int index)
    {
        if (open.TryGetValue(index, out var entry)) return entry;
        return open[index] = spare.TryPop(out var cleared) ? cleared : new SeriesEntry();
    }

    void NoteUsers(long count, int users)
    {
        while (usersAtEnd.Count < count) usersAtEnd.Add(users);
    }

    void Close(long count)
    {
        while (closed.Count < count)
        {
            var entry = Open(closed.Count);
            var users = usersAtEnd[closed.Count];
            open.Remove(closed.Count);
            var second = closed.Count * secondsPerEntry;
            closed.Add(new SecondResult(second, users, entry.All, entry.Endpoints(endpoints)) { Seconds = secondsPerEntry });
            entry.Clear();
            spare.Push(entry);
        }
    }

    SecondResult WithLate(SecondResult entry, in Sample sample)
    {
        var key = endpoints[sample.Endpoint];
        var list = entry.Endpoints.ToList();
        var place = list.FindIndex(e => e.Name == key.Name && e.Method == key.Method);
        if (place < 0) list.Add(new SecondEndpointResult(key.Name, key.Method, WithLate(SecondTally.Nothing, in sample)));
        else list[place] = list[place] with { Statistics = WithLate(list[place].Statistics, in sample) };
        return entry with { All = WithLate(entry.All, in sample), Endpoints = list };
    }

    static SecondStatistics WithLate(SecondStatistics statistics, in Sample sample) => statistics with
    {
        Requests = statistics.Requests + 1,
        Failures = statistics.Failures + (sample.Failed ? 1 : 0),
        Bytes = statistics.Bytes + sample.Bytes,
    };
}
