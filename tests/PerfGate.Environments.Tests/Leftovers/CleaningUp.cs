using PerfGate.Environments.Leftovers;
using PerfGate.Environments.Life;
using PerfGate.Environments.Processes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Leftovers;

public sealed class CleaningUp : IDisposable
{
    static readonly ProcessRunner Runner = new(TimeProvider.System);

    readonly ComposeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("Needs", RealEngine.Needed)]
    public async Task A_run_that_was_killed_is_removed_with_its_images_and_a_living_one_and_a_stranger_stay()
    {
        using var engine = await RealEngine.RequireAsync();
        folder.WriteOne("build: ./app\ninit: true\nnetworks: [inside]\nvolumes: ['data:/data']");
        folder.Write("perf/app/Dockerfile", "FROM perfgate/debian:12\nCOPY server.pl /\nCMD [\"perl\", \"/server.pl\"]");
        folder.Write("perf/compose.yml", File.ReadAllText(folder.At("perf", "compose.yml")) + "networks: {inside: {}}\nvolumes: {data: {}}\n");
        var (killed, living) = (ComposeFolder.NewRun(), ComposeFolder.NewRun());
        await using var stranger = await Stranger.StartAsync();
        await using var dead = await Held.StartAsync(folder, killed);
        await using var alive = await Held.StartAsync(folder, living);
        var search = Search();
        (await search.FindAsync(CancellationToken.None)).Items.ShouldBeEmpty();

        await dead.KillAsync();

        var found = await search.FindAsync(CancellationToken.None);
        found.Items.Select(item => item.RunId).Distinct().ShouldBe([killed]);
        var project = $"perfgate-test-{killed}";
        (await RealEngine.LeftOfAsync(project)).Count.ShouldBe(found.Items.Count(item => item.Kind is LeftoverKind.Container or LeftoverKind.Network or LeftoverKind.Volume));

        var removed = await search.RemoveAsync(CancellationToken.None);

        removed.Items.Select(item => item.Kind).Distinct().ShouldBe(
            [LeftoverKind.Container, LeftoverKind.Network, LeftoverKind.Volume, LeftoverKind.Image, LeftoverKind.Folder], ignoreOrder: true);
        (await RealEngine.LeftOfAsync(project)).ShouldBeEmpty();
        (await RealEngine.LeftOfAsync($"perfgate-test-{living}")).Count.ShouldBe(3);
        (await engine.InspectAsync(stranger.Id, CancellationToken.None)).ShouldNotBeNull().IsRunning.ShouldBeTrue();
        Directory.Exists(folder.At("artifacts", "test", killed, "system")).ShouldBeFalse();
        Directory.Exists(folder.At("artifacts", "test", living, "system")).ShouldBeTrue();

        await alive.KillAsync();
        (await search.RemoveAsync(CancellationToken.None)).Items.Select(item => item.RunId).Distinct().ShouldBe([living]);
        (await search.FindAsync(CancellationToken.None)).Items.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Needs", RealEngine.Needed)]
    public async Task A_run_that_was_killed_while_it_came_up_is_removed_whatever_its_compose_tool_still_does()
    {
        using var engine = await RealEngine.RequireAsync();
        folder.Write("perf/compose.yml", """
            services:
              slow:
                image: perfgate/debian:12
                init: true
                command: [sleep, '600']
                healthcheck: {test: [CMD, test, -e, /tmp/ready], interval: 1s, retries: 600}
              api: {image: "perfgate/debian:12", depends_on: {slow: {condition: service_healthy}}}
            """);
        var run = ComposeFolder.NewRun();
        var project = $"perfgate-test-{run}";
        await using var held = Held.Begin(folder, run);
        for (var tries = 0; tries < 600 && (await RealEngine.LeftOfAsync(project)).Count == 0; tries++)
        {
            await Task.Delay(50);
        }

        await held.KillAsync();
        var removed = await Search().RemoveAsync(CancellationToken.None);

        removed.Items.ShouldContain(item => item.Kind == LeftoverKind.Network);
        await Task.Delay(TimeSpan.FromSeconds(1));
        (await RealEngine.LeftOfAsync(project)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Processes_of_an_embedded_run_that_was_killed_are_ended_with_what_came_from_them()
    {
        var run = folder.At("artifacts", "test", "run-1");
        new RunFolders(run).Create();
        (RunOwner.Us with { Pid = int.MaxValue }).Write(Path.Combine(run, "system", RunFolders.OwnerFile));
        var service = Runner.StartService("api", Shell.Script("sleep 600 & echo $$ > \"$1\"; echo $! >> \"$1\"; wait", folder.At("pids")), Path.Combine(run, "system"));
        await Shell.PidsAsync(folder.At("pids"), count: 2);

        var removed = await Search("dead.sock").RemoveAsync(CancellationToken.None);

        removed.Items.Count(item => item is { RunId: "run-1", Kind: LeftoverKind.Process }).ShouldBe(2);
        removed.Items.Count(item => item.Kind == LeftoverKind.Folder).ShouldBe(2);
        removed.Notes.ShouldHaveSingleItem().ShouldStartWith("Containers were not looked for. No Docker engine answers");
        (await service.Exited).ShouldBe(137);
        Directory.GetFileSystemEntries(run).ShouldBeEmpty();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task A_compose_tool_that_goes_on_after_its_run_was_killed_is_ended_first()
    {
        var run = folder.At("artifacts", "test", "run-1");
        new RunFolders(run).Create();
        (RunOwner.Us with { Pid = int.MaxValue }).Write(Path.Combine(run, "system", RunFolders.OwnerFile));
        var command = Shell.Script("sleep 600") with { Variables = new Dictionary<string, string> { ["PERFGATE_RUN"] = "run-1" } };
        await using var tool = Runner.StartService("tool", command, folder.Root);

        var removed = await Search("dead.sock").RemoveAsync(CancellationToken.None);

        removed.Items.ShouldContain(item => item.Kind == LeftoverKind.Process && item.Name.EndsWith(", compose)", StringComparison.Ordinal));
        (await tool.Exited).ShouldBe(137);
    }

    [Fact]
    public async Task What_belongs_to_a_run_that_lives_is_left_alone()
    {
        var run = folder.At("artifacts", "test", "run-1");
        new RunFolders(run).Create();
        await using var service = Runner.StartService("api", Shell.Script("sleep 600"), Path.Combine(run, "system"));

        (await Search("dead.sock").RemoveAsync(CancellationToken.None)).Items.ShouldBeEmpty();

        service.Exited.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void An_owner_is_known_by_its_pid_and_its_start()
    {
        RunOwner.Us.IsAlive.ShouldBe(true);
        (RunOwner.Us with { StartedAt = RunOwner.Us.StartedAt.AddMinutes(-1) }).IsAlive.ShouldBe(false);
        (RunOwner.Us with { Pid = int.MaxValue }).IsAlive.ShouldBe(false);
        (RunOwner.Us with { Host = "elsewhere" }).IsAlive.ShouldBeNull();
    }

    LeftoverSearch Search(string? socket = null) => new(folder.Root, folder.At("artifacts"), TimeProvider.System)
    {
        Ambient = socket is null ? ChildEnvironment.Ambient() : new Dictionary<string, string> { ["DOCKER_HOST"] = $"unix://{folder.At(socket)}" },
    };
}
