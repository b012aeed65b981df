namespace PerfGate.Load.Scheduling;

/// <summary>
/// How long users of one kind keep the pacing thread when they go on inside it. Those that do so for long as a rule block, or
/// compute, and are to go on elsewhere; a thread that was merely interrupted now and then is forgiven.
/// </summary>
internal sealed class Patience
{
    /// <summary>Longer than this is long. What a request takes until it waits for its reply is some tens of microseconds.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(1);

    const int Often = 20;
    const int ShareOfOften = 10;

    int times;
    int longTimes;
    volatile bool isOver;

    public bool IsOver => isOver;

    // Counted without care for races between pacing threads: it is a rule of thumb.
    public void Took(TimeSpan time)
    {
        times++;
        if (time <= Longest || ++longTimes < Often) return;
        if (longTimes > times / ShareOfOften) isOver = true;
    }
}
