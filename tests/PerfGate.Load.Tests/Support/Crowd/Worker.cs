namespace PerfGate.Load.Tests.Crowd;

/// <summary>Writes down what it does, at a quick pace.</summary>
internal sealed class Worker(Journal journal) : VirtualUser
{
    public override Pace Pace => Pace.Constant(10.Milliseconds());

    public override Task OnStart(UserContext user) => Note(user, "start");

    public override Task OnStop(UserContext user) => Note(user, "stop");

    [UserTask(Weight = 2)]
    public Task A(UserContext user) => Note(user, "A");

    [UserTask]
    public Task B(UserContext user) => Note(user, "B");

    Task Note(UserContext user, string what)
    {
        journal.Note(user, what);
        return Task.CompletedTask;
    }
}
