using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace PerfGate.Load.Scheduling;

/// <summary>One user from start to end: on-start, then tasks at its pace until it is asked to stop, then on-stop.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Without timers they hold nothing, and may be cancelled late.")]
internal sealed class RunningUser(LoadRun run, Crew crew, UserKind kind, int number, Seat seat)
{
    static readonly CompiledTask Starting = new(nameof(VirtualUser.OnStart), 1, [], (user, context) => new(user.OnStart(context)));
    static readonly CompiledTask Stopping = new(nameof(VirtualUser.OnStop), 1, [], (user, context) => new(user.OnStop(context)));

    readonly CancellationTokenSource stopping = new();
    readonly CancellationTokenSource cutOff = new();

    public UserKind Kind => kind;

    public int Number => number;

    // Cancelled elsewhere, because what waits for the token would otherwise go on inside the caller.
    public void Retire() => _ = stopping.CancelAsync();

    public void CutOff() => _ = cutOff.CancelAsync();

    public async Task Run()
    {
        try
        {
            await Live();
        }
        catch (Exception e)
        {
            // Making the user, its pace, or disposing it: it ends here, and the others go on.
            if (!cutOff.IsCancellationRequested) run.Recorder.RecordException(kind.Name, e);
        }
        finally
        {
            crew.Left(this);
        }
    }

    async Task Live()
    {
        await using var scope = run.Services.GetService<IServiceScopeFactory>()?.CreateAsyncScope();
        var services = scope?.ServiceProvider ?? run.Services;
        var http = new UserHttp(run, cutOff.Token);
        try
        {
            var user = kind.Class.Create(services);
            await using var disposal = new UserDisposal(user);
            var context = new UserContext(run, number, services, http, cutOff.Token);
            await Attempt(Starting, user, context);
            await Work(user, context);
            if (!cutOff.IsCancellationRequested) await Attempt(Stopping, user, context);
        }
        finally
        {
            http.Close();
        }
    }

    async Task Work(VirtualUser user, UserContext context)
    {
        var waits = Seeds.Random(run.Plan.Seed, number, SeedStream.Waits);
        var due = run.Clock.Micros;
        for (var step = 0L; !stopping.IsCancellationRequested; step++)
        {
            var task = kind.Pick(seat, step);
            var work = Attempt(task, user, context);

            // A user that never waits for anything must not keep its thread from the others.
            if (work.IsCompleted) await Task.Yield();
            await work;
            due = await Pause(user.Pace, due, waits);
        }
    }

    async ValueTask<long> Pause(Pace pace, long due, Random waits)
    {
        var ended = run.Clock.Micros;
        if (pace.NextDue(due, ended, waits) is not { } next) return ended;
        await run.Clock.WaitUntil(next, stopping.Token);
        if (!stopping.IsCancellationRequested) run.Recorder.RecordLag(run.Clock.Micros - next);
        return next;
    }

    // Once per task, so its state is borrowed and given back.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    async ValueTask Attempt(CompiledTask task, VirtualUser user, UserContext context)
    {
        try
        {
            await task.Run(user, context);
        }
        catch (UnusableReplyException)
        {
            // The request is recorded as failed already.
        }
        catch (Exception e)
        {
            if (!cutOff.IsCancellationRequested) run.Recorder.RecordException($"{kind.Name}.{task.Name}", e);
        }
        finally
        {
            context.Http.SettleReplies();
        }
    }
}
