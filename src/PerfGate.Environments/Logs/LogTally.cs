namespace PerfGate.Environments.Logs;

/// <summary>
/// How often something happened, and when, in bounded memory however often that was: up to 1,024 moments are kept exactly,
/// more of them in spans that get longer as there are more. Since when to count is known only when it is asked.
/// </summary>
internal sealed class LogTally
{
    const int Most = 1024;
    static readonly TimeSpan Finest = TimeSpan.FromMilliseconds(1);

    List<LogSpan> spans = [];
    TimeSpan width = TimeSpan.Zero;

    public void Add(DateTimeOffset at, string example = "")
    {
        Append(spans, new LogSpan(at, at, 1, example));
        while (spans.Count > Most)
        {
            Widen();
        }
    }

    /// <summary>
    /// What happened from then on; null when nothing did. A span that began earlier counts whole, as of that moment.
    /// </summary>
    public LogSpan? Since(DateTimeOffset since)
    {
        LogSpan? sum = null;
        foreach (var span in spans.Where(span => span.Last >= since))
        {
            sum = sum?.With(span) ?? span;
        }

        return sum is { } known && known.First < since ? known with { First = since } : sum;
    }

    void Widen()
    {
        width = width < Finest ? Finest : width * 2;
        var wider = new List<LogSpan>(Most);
        foreach (var span in spans)
        {
            Append(wider, span);
        }

        spans = wider;
    }

    void Append(List<LogSpan> to, LogSpan span)
    {
        if (to.Count > 0 && to[^1].With(span) is var both && both.Last - both.First <= width)
        {
            to[^1] = both;
        }
        else
        {
            to.Add(span);
        }
    }
}
