using PerfGate.Load.Scheduling;
using PerfGate.Load.Tests.Crowd;

namespace PerfGate.Load.Tests.Scheduling;

public sealed class OpeningFiles : IAsyncDisposable
{
    readonly Load load = new();

    public ValueTask DisposeAsync() => load.DisposeAsync();

    [Theory]
    [InlineData(1256, null)]
    [InlineData(1255, "Profile 'test' has 1000 users, each with a connection, but this process may open only 1255 files, 256 of which it needs itself. Raise the hard limit (ulimit -Hn), or take fewer users.")]
    public void More_users_than_connections_can_be_open_is_told_before_the_run(int limit, string? problem) =>
        load.Plan(p => p.Hold(at: 1000, 1.Seconds()), UserClass.Of<Visitor>()).FileDescriptorProblem(limit).ShouldBe(problem);

    [Fact]
    public void Users_that_do_not_talk_http_need_none_and_an_unknown_limit_stops_nobody()
    {
        load.Plan(p => p.Hold(at: 1000, 1.Seconds()), UserClass.Of<Worker>()).FileDescriptorProblem(10).ShouldBeNull();
        load.Plan(p => p.Hold(at: 1000, 1.Seconds()), UserClass.Of<Visitor>()).FileDescriptorProblem(limit: null).ShouldBeNull();
    }

    [Fact]
    public async Task The_limit_of_this_process_is_read_and_kept_in_the_result()
    {
        if (!OperatingSystem.IsLinux()) return;
        FileDescriptors.Limit.ShouldNotBeNull().ShouldBeGreaterThan(FileDescriptors.Reserve);
        (await Load.Run(load.Plan(p => p.Hold(at: 1, 50.Milliseconds()), UserClass.Of<Worker>()))).Generator.FileDescriptors.ShouldBe(FileDescriptors.Limit);
        FileDescriptors.Read("/proc/self/no such file").ShouldBeNull();
    }
}
