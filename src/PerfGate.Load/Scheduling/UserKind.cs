using PerfGate.Load.Results;

namespace PerfGate.Load.Scheduling;

/// <summary>
/// A user class as one run has it: the tasks that its tags leave, how often each ran, how many users there were.
/// </summary>
internal sealed class UserKind
{
    readonly CompiledTask[] tasks;
    readonly TaskDeck deck;
    readonly long[] runs;
    int running;
    int peak;

    /// <summary>A kind of user.</summary>
    /// <param name="type">Its class.</param>
    /// <param name="tags">Which of its tasks take part.</param>
    /// <param name="seed">The plan's seed.</param>
    /// <param name="number">Which of the plan's classes it is.</param>
    public UserKind(UserClass type, TagFilter tags, int seed, int number)
    {
        Class = type;
        tasks = [.. type.Tasks.Where(t => tags.Accepts(t.Tags))];
        deck = new TaskDeck([.. tasks.Select(t => t.Weight)], Seeds.Key(seed, number, SeedStream.Tasks));
        runs = new long[tasks.Length];
    }

    public UserClass Class { get; }

    /// <summary>Whether its users may go on inside the pacing thread.</summary>
    public Patience Patience { get; } = new();

    public string Name => Class.Name;

    public bool HasTasks => tasks.Length > 0;

    public UserClassResult Result =>
        new(Name, peak, tasks.Index().ToDictionary(t => t.Item.Name, t => Interlocked.Read(ref runs[t.Index])))
        {
            Weights = tasks.ToDictionary(t => t.Name, t => t.Weight, StringComparer.Ordinal),
        };

    /// <summary>The task of a user's step, counted from 0, by the weights; counts it as run.</summary>
    public CompiledTask Pick(Seat seat, long step)
    {
        var index = deck.TaskAt(seat, step);
        Interlocked.Increment(ref runs[index]);
        return tasks[index];
    }

    /// <summary>Counts users; one thread at a time, which is the crew's care.</summary>
    public void Joined() => peak = Math.Max(peak, ++running);

    public void Left() => running--;
}
