using PerfGate.Environments.Checks;
using PerfGate.Environments.Compose;
using PerfGate.Environments.Migrations;
using PerfGate.Environments.Processes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Compose;

[Trait("Needs", RealEngine.Needed)]
public sealed class CheckingCompose : IDisposable
{
    readonly ComposeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_machine_that_is_ready_has_a_tick_everywhere()
    {
        using var engine = await RealEngine.RequireAsync();

        var report = await Preflight.RunAsync(ComposeFolder.Whole.Checks(folder.Root, TimeProvider.System), CancellationToken.None);

        report.ToString().ShouldMatch("""
            ^✓ environment in order
            ✓ perf/compose.yml is there
            ✓ variables in order
            ✓ Docker engine \S+ answers at \S+ \(API \S+\)
            ✓ docker.compose \S+ answers
            ✓ perf/compose.yml is valid
            ✓ image perfgate/postgres:15 is there
            ✓ image perfgate/redis:7 is there
            ✓ image perfgate/debian:12 is there$
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task What_is_missing_is_told_with_what_to_do()
    {
        using var engine = await RealEngine.RequireAsync();
        folder.WriteOne("image: 127.0.0.1:1/nobody/nothing:1\nports: ['1:8000']");
        var definition = ComposeFolder.Alone with
        {
            Secrets = ["SHOP_LICENCE"],
            Migrations = [new CommandMigration { Name = "m", By = Tool.Project("perf/Nothing.csproj"), Apply = [], Check = [] }],
        };

        var text = (await Preflight.RunAsync(definition.Checks(folder.Root, TimeProvider.System), CancellationToken.None)).ToString();

        text.ShouldContain("✗ perf/Nothing.csproj is not there");
        text.ShouldContain("✗ variables: SHOP_LICENCE is not set. Suite.cs hands it on to perf/compose.yml: export SHOP_LICENCE=…");
        text.ShouldContain("! 'api' asks for port 1 of this machine: two runs cannot go side by side\n    Take it out of ports in perf/compose.yml");
        text.ShouldContain("! image 127.0.0.1:1/nobody/nothing:1 is not on this machine: it will be pulled\n    Build stand-ins on this machine: perf/stand-in-images.sh");
    }

    [Fact]
    public async Task Without_engine_and_tool_both_are_told()
    {
        var ambient = new Dictionary<string, string> { ["PATH"] = folder.Root, ["DOCKER_HOST"] = $"unix://{folder.At("dead.sock")}" };

        var report = await Preflight.RunAsync(
            ComposeChecks.Of(ComposeFolder.Whole, folder.Root, TimeProvider.System, ambient), CancellationToken.None);

        report.Failures.Select(failure => failure.Text).ShouldBe(
        [
            $"No Docker engine answers at unix://{folder.At("dead.sock")}: there is no such socket",
            "No compose tool was found: neither 'docker compose' nor 'docker-compose' answers.",
        ]);
    }

    [Fact]
    public async Task A_missing_folder_of_SQL_files_is_a_problem_of_the_environment()
    {
        var definition = ComposeFolder.Whole with { Migrations = [new SqlMigration { Name = "schema", Folder = "perf/nowhere" }] };

        var report = await Preflight.RunAsync(definition.Checks(folder.Root, TimeProvider.System), CancellationToken.None);

        report.ToString().ShouldContain($"✗ environment: The folder of migration 'schema' is not there: {folder.At("perf", "nowhere")}");
    }

    [Fact]
    public async Task A_stand_in_takes_the_place_of_an_image_that_is_not_there_unless_the_user_chose()
    {
        using var engine = await RealEngine.RequireAsync();
        var said = new List<string>();
        ImageVariable[] images =
        [
            new("A", "127.0.0.1:1/nobody/nothing:1", "perfgate/redis:7"),
            new("B", "127.0.0.1:1/nobody/nothing:1", "perfgate-test/never-built:1"),
            new("C", "perfgate/postgres:15", "perfgate/redis:7"),
            new("D", "127.0.0.1:1/nobody/nothing:1", "perfgate/redis:7"),
            new("E", "127.0.0.1:1/nobody/nothing:1"),
        ];

        var chosen = await ImageChooser.ChooseAsync(
            images, new Dictionary<string, string> { ["D"] = "mine:1" }, engine, said.Add, CancellationToken.None);

        chosen.Values.ShouldBe(
            ["perfgate/redis:7", "127.0.0.1:1/nobody/nothing:1", "perfgate/postgres:15", "mine:1", "127.0.0.1:1/nobody/nothing:1"]);
        said.ShouldBe(["A: perfgate/redis:7 stands in for 127.0.0.1:1/nobody/nothing:1, which is not on this machine"]);
    }
}
