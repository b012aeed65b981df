using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace PerfGate.Load.Scheduling;

/// <summary>
/// One user from start to end: on-start, then tasks until it is asked to stop, then on-stop. Tasks come at its own pace, or, for a
/// user of the pool, one for each arrival that it is given.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Without timers it holds nothing, and may be cancelled late.")]
internal sealed class RunningUser(LoadRun run, Crew crew, UserKind kind, int number, Seat seat, bool inPool)
{
    static readonly CompiledTask Starting = new(nameof(VirtualUser.OnStart), 1, [], (u, context) => new(u.OnStart(context)));
    static readonly CompiledTask Stopping = new(nameof(VirtualUser.OnStop), 1, [], (u, context) => new(u.OnStop(context)));

    readonly CancellationTokenSource cutOff = new();
    readonly PacedWait wait = new(kind.Patience);
    volatile bool retired;
    bool isReady;

    public UserKind Kind => kind;

    public int Number => number;

    /// <summary>Asks it to stop after its current task.</summary>
    public void Retire()
    {
        retired = true;
        wait.Cancel();
    }

    // Cancelled elsewhere, because what waits for the token would otherwise go on inside the caller.
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
            if (inPool && !isReady) crew.SetUp(succeeded: false);
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
            if (inPool) crew.SetUp(isReady = true);
            await (inPool ? Serve(user, context) : Work(user, context));
            if (!cutOff.IsCancellationRequested) await Attempt(Stopping, user, context);
        }
        finally
        {
            http.Close();
        }
    }

    async Task Work(VirtualUser user, UserContext context)
    {
        var waits = Seeds.Key(run.Plan.Seed, number, SeedStream.Waits);
        var due = run.Clock.Micros;
        for (var step = 0L; !retired && run.MayBegin(); step++)
        {
            var task = kind.Pick(seat, step);
            var work = Attempt(task, user, context);

            // A user that never waits for anything must not keep its thread from the others.
            if (work.IsCompleted) await Task.Yield();
            await work;
            var ended = run.Clock.Micros;
            if (user.Pace.NextDue(due, ended, Seeds.Mix(waits + (ulong)step)) is not { } next)
            {
                due = ended;
                continue;
            }

            await Until(due = next);
            if (!retired) run.Recorder.RecordLag(next);
        }
    }

    async Task Serve(VirtualUser user, UserContext context)
    {
        for (var step = 0L; await NextArrival() is var due and not PacedWait.Cancelled && run.MayBegin(); step++)
        {
            run.Recorder.RecordLag(due);
            var task = kind.Pick(seat, step);
            context.Http.DueMicros = due;
            await Attempt(task, user, context);
            context.Http.DueMicros = null;
        }
    }

    ValueTask<long> NextArrival()
    {
        var ticket = wait.Begin();
        run.Crew.Idle.Add(wait, ticket);
        if (retired) wait.Cancel();
        return wait.Ended();
    }

    ValueTask<long> Until(long due)
    {
        if (due <= run.Clock.Micros) return new(due);
        var ticket = wait.Begin();
        run.Pacer.Add(wait, ticket, due);
        if (retired) wait.Cancel();
        return wait.Ended();
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
