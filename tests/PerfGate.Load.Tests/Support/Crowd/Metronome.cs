namespace PerfGate.Load.Tests.Crowd;

/// <summary>Ten tasks a second, however long each takes.</summary>
internal sealed class Metronome : VirtualUser
{
    public override Pace Pace => Pace.Throughput(100.Milliseconds());

    [UserTask(Tags = ["beat"])]
    public Task Tick(UserContext user) => Task.Delay(user.Random.Next(60), user.Cancellation);
}
