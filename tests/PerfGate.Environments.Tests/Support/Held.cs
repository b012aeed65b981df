using System.Runtime.CompilerServices;
using PerfGate.Environments.Compose;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Tests.Support;

/// <summary>
/// A process of its own that holds an environment up until it is killed. It is this test program again, told by a variable
/// not to run tests.
/// </summary>
internal sealed class Held : IAsyncDisposable
{
    const string Variable = "PERFGATE_TEST_HOLD";

    static readonly ProcessRunner Runner = new(TimeProvider.System);

    readonly ServiceProcess process;

    Held(ServiceProcess process) => this.process = process;

    /// <summary>Starts it and returns once its API answers.</summary>
    public static async Task<Held> StartAsync(ComposeFolder folder, string run)
    {
        var held = Begin(folder, run);
        for (var tries = 0; tries < 600 && !held.process.Tail.Contains("held", StringComparison.Ordinal); tries++)
        {
            held.process.Exited.IsCompleted.ShouldBeFalse(held.process.Tail);
            await Task.Delay(100);
        }

        held.process.Tail.ShouldContain("held");
        return held;
    }

    /// <summary>Starts it and returns while it is still bringing its environment up.</summary>
    public static Held Begin(ComposeFolder folder, string run)
    {
        var command = new ProcessCommand(Programs.DotNet, typeof(Held).Assembly.Location)
        {
            Variables = new Dictionary<string, string> { [Variable] = $"{folder.Root}|{run}" },
        };
        return new Held(Runner.StartService($"held-{run}", command, folder.Root));
    }

    /// <summary>kill -9: of itself alone, as an out-of-memory killer or a build server does it.</summary>
    public async Task KillAsync()
    {
        Native.Signal(process.Id, Native.SigKill);
        (await process.Exited).ShouldBe(137);
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    [ModuleInitializer]
    internal static void Hold()
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split('|') is not [var root, var run])
        {
            return;
        }

        // Nothing in here may await: until this returns, no other thread may enter this program's own code.
        var options = new EnvironmentOptions
        {
            RunId = run,
            Suite = "test",
            Root = root,
            RunFolder = Path.Combine(root, "artifacts", "test", run),
        };
        var environment = new ComposeEnvironment(ComposeFolder.Alone, options, TimeProvider.System);
        environment.UpAsync(CancellationToken.None).GetAwaiter().GetResult();
        environment.MigrateAsync(CancellationToken.None).GetAwaiter().GetResult();
        environment.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
        Console.WriteLine("held");
        Task.Delay(Timeout.InfiniteTimeSpan).GetAwaiter().GetResult();
    }
}
