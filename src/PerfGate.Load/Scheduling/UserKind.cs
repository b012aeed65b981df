using PerfGate.Load.Results;

namespace PerfGate.Load.Scheduling;

/// <summary>
/// A user class as one run has it: the tasks that its tags leave, how often each ran, how many users there were.
/// </summary>
internal sealed class UserKind
{
    readonly CompiledTask[] tasks;
    readonly int[] upTo;
    readonly long[] runs;
    int running;
    int peak;

    public UserKind(UserClass type, TagFilter tags)
    {
        Class = type;
        tasks = [.. type.Tasks.Where(t => tags.Accepts(t.Tags))];
        runs = new long[tasks.Length];
        upTo = new int[tasks.Length];
        var sum = 0;
        for (var i = 0; i < tasks.Length; i++) upTo[i] = sum += tasks[i].Weight;
    }

    public UserClass Class { get; }

    public string Name => Class.Name;

    public bool HasTasks => tasks.Length > 0;

    public UserClassResult Result =>
        new(Name, peak, tasks.Index().ToDictionary(t => t.Item.Name, t => Interlocked.Read(ref runs[t.Index])));

    /// <summary>Any task, in proportion to the weights, and counts it as run.</summary>
    public CompiledTask Pick(Random random)
    {
        var drawn = random.Next(upTo[^1]);
        var index = 0;
        while (drawn >= upTo[index]) index++;
        Interlocked.Increment(ref runs[index]);
        return tasks[index];
    }

    /// <summary>Counts users; one thread at a time, which is the crew's care.</summary>
    public void Joined() => peak = Math.Max(peak, ++running);

    public void Left() => running--;
}
