using System.Diagnostics;

namespace ReferenceSystem.Faults;

/// <summary>
/// Measures how long one asynchronous flow has been on threads, without the time it waited between them: it is told
/// by the runtime whenever the flow enters or leaves a thread.
/// </summary>
internal sealed class WorkClock
{
    static readonly AsyncLocal<WorkClock?> Current = new(Switched);

    [ThreadStatic]
    static long enteredAt;

    long ticks;

    /// <summary>The time on threads since <see cref="Start"/>. To be asked from within the flow.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(
        Interlocked.Read(ref ticks) + (Current.Value == this ? Stopwatch.GetElapsedTime(enteredAt).Ticks : 0));

    /// <summary>Starts a clock for the calling flow and for all that it awaits.</summary>
    public static WorkClock Start() => Current.Value = new WorkClock();

    static void Switched(AsyncLocalValueChangedArgs<WorkClock?> change)
    {
        if (change.PreviousValue is { } left)
        {
            Interlocked.Add(ref left.ticks, Stopwatch.GetElapsedTime(enteredAt).Ticks);
        }

        enteredAt = Stopwatch.GetTimestamp();
    }
}
