namespace PerfGate.Load;

/// <summary>
/// One simulated person: derive from it, set a <see cref="Pace"/>, and mark methods with <see cref="UserTaskAttribute"/>.
/// Each running user has its own instance, so fields are that user's memory. Constructor parameters come from
/// <see cref="LoadPlan.Services"/>; a user that is disposable is disposed when it ends.
/// </summary>
public abstract class VirtualUser
{
    /// <summary>The wait between two tasks; asked for after every task. None by default. In open stages arrivals take its place.</summary>
    public virtual Pace Pace => Pace.None;

    /// <summary>
    /// Runs once before the first task, without a wait after it. If it throws, that is recorded and tasks begin all the same.
    /// </summary>
    public virtual Task OnStart(UserContext user) => Task.CompletedTask;

    /// <summary>Runs once after the last task, unless the run was cut off by force.</summary>
    public virtual Task OnStop(UserContext user) => Task.CompletedTask;
}
