using Microsoft.Extensions.DependencyInjection;
using PerfGate.Load.Scheduling;

namespace PerfGate.Load;

/// <summary>What a running user has at hand: its number, its random source, its HTTP client, and what all users share.</summary>
public sealed class UserContext
{
    readonly LoadRun run;
    readonly IServiceProvider services;
    Random? random;

    internal UserContext(LoadRun run, int number, IServiceProvider services, UserHttp http, CancellationToken cancellation)
    {
        this.run = run;
        this.services = services;
        Number = number;
        Http = http;
        Cancellation = cancellation;
    }

    /// <summary>The user's number in this run, from 1, in the order in which users started.</summary>
    public int Number { get; }

    /// <summary>The user's own random source: the same seed and number give the same values in every run.</summary>
    public Random Random => random ??= Seeds.Random(run.Plan.Seed, Number, SeedStream.Data);

    /// <summary>The user's HTTP client: own connections, own cookies, own headers.</summary>
    public UserHttp Http { get; }

    /// <summary>
    /// Cancelled when the run is cut off by force. A user that is merely asked to stop finishes its task first.
    /// </summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The value of a suite's option such as <c>access-token</c>; null when it was not given.</summary>
    public string? Option(string name) => run.Plan.Options.TryGetValue(name, out var value) ? value : null;

    /// <summary>A service of the plan; scoped ones live as long as this user.</summary>
    /// <exception cref="InvalidOperationException">The plan has no such service.</exception>
    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>The feed's next item in this run.</summary>
    public T Next<T>(Feed<T> feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        return feed.Draw(run.Shared.CursorOf(feed), Random);
    }

    /// <summary>
    /// A value made once in a run and shared by all users: the first caller makes it, those who come meanwhile wait. If
    /// making it fails, its maker gets the exception and the next caller tries again.
    /// </summary>
    /// <exception cref="InvalidOperationException">The key holds a value of another type.</exception>
    public Task<T> Once<T>(string key, Func<Task<T>> make)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(make);
        return run.Shared.Once(key, make, Cancellation);
    }

    /// <summary>Times anything that is not HTTP and records it under <paramref name="name"/> with the method "STEP".</summary>
    /// <returns>
    /// What <paramref name="step"/> returns. Its exception, too, comes through, after it was recorded as a failed step.
    /// </returns>
    public async Task<T> Step<T>(string name, Func<Task<T>> step)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(step);
        var began = run.Clock.Micros;
        var asked = Http.TakeDue() ?? began;
        try
        {
            var result = await step();
            Record(name, asked, began, failure: null);
            return result;
        }
        catch (OperationCanceledException) when (Cancellation.IsCancellationRequested)
        {
            run.Recorder.CutOff();
            throw;
        }
        catch (Exception e)
        {
            Record(name, asked, began, $"{e.GetType().Name}: {e.Message}");
            throw;
        }
    }

    /// <inheritdoc cref="Step{T}(string, Func{Task{T}})"/>
    public Task Step(string name, Func<Task> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Step(name, async () =>
        {
            await step();
            return true;
        });
    }

    void Record(string name, long asked, long began, string? failure) =>
        run.Recorder.Record(
            run.Recorder.Endpoints.IdOf("STEP", name), asked, began, run.Clock.Micros, status: 0, bytes: 0, failure);
}
