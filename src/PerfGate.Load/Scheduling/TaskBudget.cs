namespace PerfGate.Load.Scheduling;

/// <summary>How many tasks may still begin.</summary>
/// <param name="tasks">At least 1.</param>
/// <param name="spent">Called once, when the last one begins.</param>
internal sealed class TaskBudget(long tasks, Action spent)
{
    long left = tasks;

    /// <summary>Takes a task; false: none is left.</summary>
    public bool TryTake()
    {
        var rest = Interlocked.Decrement(ref left);
        if (rest == 0) spent();
        return rest >= 0;
    }
}
