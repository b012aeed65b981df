using Microsoft.Extensions.DependencyInjection;
using PerfGate.Load.Profiles;
using PerfGate.Load.Results;

namespace PerfGate.Load.Tests;

/// <summary>Something that one user does once in a run of its own; load ends as soon as it is done.</summary>
internal sealed class Script(Func<UserContext, Task> action, CancellationTokenSource done)
{
    ShouldAssertException? broken;

    public async Task Play(UserContext user)
    {
        try
        {
            await action(user);
        }
        catch (ShouldAssertException e)
        {
            // The engine keeps exceptions of user code to itself; those of a test's assertions must come out.
            broken = e;
        }
        finally
        {
            await done.CancelAsync();
        }
    }

    public static async Task<LoadResult> Run(Uri target, Func<UserContext, Task> action, Func<LoadPlan, LoadPlan>? change = null)
    {
        using var done = new CancellationTokenSource();
        var script = new Script(action, done);
        await using var services = new ServiceCollection().AddSingleton(script).BuildServiceProvider();
        var plan = new LoadPlan
        {
            Target = target,
            Profile = new ProfileBuilder().Hold(at: 1, 30.Seconds()).Build("one user"),
            Users = [UserClass.Of<ScriptedUser>()],
            Services = services,
        };
        var result = await new LoadEngine(TimeProvider.System).Run(change is null ? plan : change(plan), null, done.Token);
        return script.broken is { } e ? throw new ShouldAssertException(e.Message, e) : result;
    }

    public static Task<LoadResult> Run(Uri target, TransportKind transport, Func<UserContext, Task> action) =>
        Run(target, action, plan => plan with { Transport = transport });

    /// <summary>The only endpoint of a run with one request.</summary>
    public static async Task<EndpointResult> RunOne(Uri target, TransportKind transport, Func<UserContext, Task> action) =>
        (await Run(target, transport, action)).Stages.Single().Endpoints.Single();
}
