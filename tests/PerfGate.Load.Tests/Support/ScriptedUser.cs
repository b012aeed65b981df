using PerfGate.Load.Profiles;
using PerfGate.Load.Results;

namespace PerfGate.Load.Tests;

/// <summary>A user that does what a test says, once.</summary>
internal sealed class ScriptedUser(Script script) : HttpUser
{
    public override Pace Pace => Pace.Constant(1.Hours());

    [UserTask]
    public Task Play(UserContext user) => script.Play(user);
}
