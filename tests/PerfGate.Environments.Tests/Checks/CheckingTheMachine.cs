using System.Net;
using System.Net.Sockets;
using PerfGate.Environments.Checks;
using PerfGate.Environments.Processes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Checks;

public sealed class CheckingTheMachine : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_sdk_answers_with_its_version() =>
        (await One(new SdkCheck(new ProcessRunner(TimeProvider.System), folder.Root))).ShouldSatisfyAllConditions(
            result => result.Outcome.ShouldBe(PreflightOutcome.Passed),
            result => result.Text.ShouldMatch(@"^\.NET SDK \d+\.\d+\.\S+ answers$"));

    [Fact]
    public async Task An_sdk_that_is_asked_for_and_not_there_is_a_failure()
    {
        folder.Write("global.json", """{ "sdk": { "version": "99.0.100", "rollForward": "disable" } }""");

        var result = await One(new SdkCheck(new ProcessRunner(TimeProvider.System), folder.Root));

        result.Outcome.ShouldBe(PreflightOutcome.Failed);
        result.Text.ShouldContain("99.0.100");
        result.Advice.ShouldNotBeNull().ShouldContain("global.json");
    }

    [Fact]
    public async Task Files_that_are_missing_are_named_with_where_they_were_looked_for()
    {
        folder.Write("api/Api.csproj", "<Project/>");

        var results = await new FilesCheck(folder.Root, ["api/Api.csproj", "web/Web.csproj"], "Suite.cs").RunAsync(CancellationToken.None);

        results.Select(result => result.Outcome).ShouldBe([PreflightOutcome.Passed, PreflightOutcome.Failed]);
        results[1].Advice.ShouldNotBeNull().ShouldContain(folder.At("web", "Web.csproj"));
    }

    [Fact]
    public async Task A_folder_is_writable_when_a_file_could_be_written_and_none_is_left()
    {
        (await One(new WritableFolderCheck(folder.At("artifacts")))).Outcome.ShouldBe(PreflightOutcome.Passed);

        Directory.GetFileSystemEntries(folder.At("artifacts")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_a_failure()
    {
        folder.Write("artifacts", "a file where the folder should be");

        var result = await One(new WritableFolderCheck(folder.At("artifacts")));

        result.Outcome.ShouldBe(PreflightOutcome.Failed);
        result.Text.ShouldContain("cannot be written to");
    }

    [Fact]
    public async Task A_folder_that_takes_no_files_is_a_failure() =>
        (await One(new WritableFolderCheck("/proc"))).Outcome.ShouldBe(PreflightOutcome.Failed);

    [Theory]
    [InlineData(1, PreflightOutcome.Passed)]
    [InlineData(long.MaxValue, PreflightOutcome.Failed)]
    public async Task Disk_is_compared_with_the_limit(long atLeast, PreflightOutcome expected) =>
        (await One(new DiskCheck(folder.Root, atLeast))).Outcome.ShouldBe(expected);

    [Theory]
    [InlineData(1, PreflightOutcome.Passed)]
    [InlineData(long.MaxValue, PreflightOutcome.Failed)]
    public async Task Memory_is_compared_with_the_limit(long atLeast, PreflightOutcome expected) =>
        (await One(new MemoryCheck(atLeast))).Outcome.ShouldBe(expected);

    [Fact]
    public async Task A_port_in_use_is_named_with_its_holder()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var result = await One(new PortsCheck([0, port], "Suite.cs"));

        result.Outcome.ShouldBe(PreflightOutcome.Failed);
        result.Text.ShouldContain($"port {port} is in use by");
        result.Text.ShouldContain($"(process {Environment.ProcessId})");
        result.Advice.ShouldNotBeNull().ShouldContain("Suite.cs");
    }

    [Fact]
    public async Task A_free_port_is_free() =>
        (await One(new PortsCheck([Ports.PickFree()], "Suite.cs"))).Outcome.ShouldBe(PreflightOutcome.Passed);

    [Theory]
    [InlineData("http://127.0.0.1:5000", PreflightOutcome.Passed)]
    [InlineData("http://[::1]:5000", PreflightOutcome.Passed)]
    [InlineData("http://localhost:5000", PreflightOutcome.Passed)]
    [InlineData("http://192.0.2.7:5000", PreflightOutcome.Failed)]
    [InlineData("http://staging.invalid", PreflightOutcome.Failed)]
    [InlineData("http://allowed.invalid", PreflightOutcome.Passed)]
    [InlineData("http://not.allowed.invalid", PreflightOutcome.Failed)]
    public async Task Load_goes_to_this_machine_or_where_it_is_allowed_by_exact_name(string target, PreflightOutcome expected) =>
        (await One(new TargetHostCheck(new Uri(target), ["allowed.invalid"]))).Outcome.ShouldBe(expected);

    [Fact]
    public async Task A_noisy_machine_is_a_warning_and_never_a_failure()
    {
        (await One(new QuietMachineCheck(TimeProvider.System, busyAtMost: 1))).Outcome.ShouldBe(PreflightOutcome.Passed);
        (await One(new QuietMachineCheck(TimeProvider.System, busyAtMost: -1))).Outcome.ShouldBe(PreflightOutcome.Warning);
    }

    static async Task<PreflightResult> One(IPreflightCheck check) =>
        (await check.RunAsync(CancellationToken.None)).ShouldHaveSingleItem();
}
