using PerfGate.Environments.Locks;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Locks;

public sealed class LockingBetweenProcesses : IDisposable
{
    readonly TempFolder folder = new();

    string Path => folder.At("locks", "build.lock");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_held_lock_is_refused_with_who_holds_it()
    {
        using var held = await FileLock.AcquireAsync(Path, TimeSpan.Zero, CancellationToken.None);

        var refused = await Should.ThrowAsync<EnvironmentException>(() => FileLock.AcquireAsync(Path, TimeSpan.FromMilliseconds(120), CancellationToken.None));

        refused.Message.ShouldContain(Path);
        refused.Message.ShouldContain($"process {Environment.ProcessId}");
        refused.Message.ShouldContain("120 ms");
    }

    [Fact]
    public async Task One_who_waits_is_told_once_and_gets_it_when_it_is_freed()
    {
        var held = await FileLock.AcquireAsync(Path, TimeSpan.Zero, CancellationToken.None);
        var told = new List<string>();
        var waiting = FileLock.AcquireAsync(Path, TimeSpan.FromSeconds(30), TimeProvider.System, told.Add, CancellationToken.None);
        await Task.Delay(150);
        waiting.IsCompleted.ShouldBeFalse();

        held.Dispose();
        using var got = await waiting;

        told.ShouldHaveSingleItem().ShouldContain("at most 30 s");
    }

    [Fact]
    public async Task Only_one_of_many_holds_it_at_a_time()
    {
        var inside = 0;
        var most = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            using var held = await FileLock.AcquireAsync(Path, TimeSpan.FromSeconds(60), CancellationToken.None);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Delay(5);
            Interlocked.Decrement(ref inside);
        })));

        most.ShouldBe(1);
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled()
    {
        using var held = await FileLock.AcquireAsync(Path, TimeSpan.Zero, CancellationToken.None);
        using var cancelled = new CancellationTokenSource(100);

        await Should.ThrowAsync<OperationCanceledException>(() => FileLock.AcquireAsync(Path, TimeSpan.FromMinutes(5), cancelled.Token));
    }

    [Fact]
    public async Task Freeing_twice_frees_only_ones_own()
    {
        var first = await FileLock.AcquireAsync(Path, TimeSpan.Zero, CancellationToken.None);
        first.Dispose();
        using var second = await FileLock.AcquireAsync(Path, TimeSpan.Zero, CancellationToken.None);

        first.Dispose();

        await Should.ThrowAsync<EnvironmentException>(() => FileLock.AcquireAsync(Path, TimeSpan.Zero, CancellationToken.None));
    }

    [Fact]
    public async Task A_path_that_cannot_be_a_lock_fails_at_once_and_is_not_waited_for()
    {
        Directory.CreateDirectory(Path);

        await Should.ThrowAsync<UnauthorizedAccessException>(() => FileLock.AcquireAsync(Path, TimeSpan.FromMinutes(5), CancellationToken.None));
    }
}
