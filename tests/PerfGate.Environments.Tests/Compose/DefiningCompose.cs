using PerfGate.Environments.Compose;
using PerfGate.Environments.Migrations;
using PerfGate.Environments.Processes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Compose;

public sealed class DefiningCompose
{
    [Fact]
    public void A_sound_one_has_no_problems() => ComposeFolder.Whole.Problems().ShouldBeEmpty();

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var definition = ComposeFolder.Whole with
        {
            File = " ",
            Services = ["api", "re dis", "postgres"],
            Port = 0,
            ReadyPath = "health",
            ReadyWithin = TimeSpan.Zero,
            HealthyWithin = TimeSpan.FromSeconds(-1),
            BuildWithin = TimeSpan.Zero,
            PassThrough = ["GITHUB_TOKEN"],
            Variables = new Dictionary<string, string> { ["A"] = "{port}", ["POSTGRES_IMAGE"] = "x" },
            Images = [new ImageVariable("POSTGRES_IMAGE", "postgres:15")],
            Limits = new Dictionary<string, ServiceLimits> { ["nobody"] = new(), ["api"] = new(0, 1) },
            Migrations =
            [
                new SqlMigration { Name = "sql", Folder = "x", Store = "redis", Within = TimeSpan.Zero },
                new CommandMigration { Name = "command", By = Tool.Program("x") with { Secrets = ["S"] }, Apply = ["{url:nobody}"], Check = [] },
            ],
        };

        definition.Problems().ShouldBe(
        [
            "File is empty: name the compose file, relative to the checkout.",
            "'re dis' cannot be a service of a compose file: letters, digits, '.', '_' and '-', and no others.",
            "'postgres' is named twice among Stores and Services.",
            "Port is 0: it is the container's port, 1 to 65535.",
            "ReadyPath 'health' has to begin with '/'.",
            "ReadyWithin is 00:00:00: it has to be more than zero.",
            "HealthyWithin is -00:00:01: it has to be more than zero.",
            "BuildWithin is 00:00:00: it has to be more than zero.",
            "PassThrough names 'GITHUB_TOKEN', which looks like a secret. Secrets of the build are not handed on, unless they are among Secrets.",
            "The variable 'POSTGRES_IMAGE' is set twice, among Variables, Images and Published.",
            "Nothing is known to put in place of {port} in Variables. Known are {data} and {run}.",
            "Limits names 'nobody', which is neither among Stores nor among Services.",
            "The limit of 'api' is 0 processors: it has to be more than zero.",
            "The limit of 'api' is 1 bytes of memory: 6 MiB is the least that the engine takes.",
            "Migration 'sql' names the store 'redis', which is no PostgreSQL store. There is: postgres.",
            "Migration 'sql': Within is 00:00:00: it has to be more than zero.",
            "Migration 'command': Secrets names 'S', which is not among its Variables.",
            "Migration 'command': nothing is known to put in place of {url:nobody}. Known are {data}, {run} and, of stores with a port, "
                + "{port}, {url}, {connection}, {port:store}, {url:store} and {connection:store}.",
        ]);
        Should.Throw<EnvironmentException>(() => new ComposeEnvironment(
                definition, new EnvironmentOptions { RunId = "r", RunFolder = "/tmp/r", Root = "/tmp" }, TimeProvider.System))
            .Message.ShouldContain("  - Port is 0");
    }

    [Fact]
    public void Addresses_of_stores_are_filled_in_escaped()
    {
        StoreAddress[] stores =
        [
            new(ComposeStore.PostgreSql("db", "me", "p@ss/word", "shop"), 4711),
            new(ComposeStore.Redis("cache", "s:cret"), 4712),
            new(ComposeStore.Redis("open"), 4713),
            new(ComposeStore.Other("queue", 5672), 4714),
        ];
        var placeholders = new ComposePlaceholders("/data", "r1");

        string Fill(string text) => placeholders.Fill(text, stores);

        Fill("{run} {data} {port} ${HOME} {\"json\": 1}").ShouldBe("r1 /data 4711 ${HOME} {\"json\": 1}");
        Fill("{url}").ShouldBe("postgresql://me:p%40ss%2Fword@127.0.0.1:4711/shop");
        Fill("{connection:db}").ShouldBe("Host=127.0.0.1;Port=4711;Username=me;Password=p@ss/word;Database=shop");
        Fill("{url:cache} {url:open} {url:queue}").ShouldBe("redis://:s%3Acret@127.0.0.1:4712 redis://127.0.0.1:4713 tcp://127.0.0.1:4714");
        Fill("{connection:cache}").ShouldBe("127.0.0.1:4712,password=s:cret");
    }

    [Fact]
    public void A_store_does_not_say_its_password() =>
        ComposeStore.PostgreSql("db", "me", "open-sesame", "shop").ToString().ShouldBe("db (PostgreSql)");

    [Fact]
    public void Secrets_of_the_build_reach_the_compose_file_only_when_declared()
    {
        var options = new EnvironmentOptions
        {
            RunId = "r1",
            RunFolder = "/tmp/r1",
            Root = "/tmp",
            Ambient = new Dictionary<string, string> { ["GITHUB_TOKEN"] = "of-the-build", ["LICENCE_TOKEN"] = "declared", ["FAULT_CPU"] = "1" },
        };
        var definition = ComposeFolder.Whole with
        {
            Secrets = ["LICENCE_TOKEN"],
            PassThrough = ["FAULT_*"],
            Variables = new Dictionary<string, string> { ["WHO"] = "{run}" },
        };

        var project = ComposeSetup.Project(
            definition, options, new ComposeTool(["docker-compose"], new Version(1, 29)), new ProcessRunner(TimeProvider.System), [], new ComposePlaceholders("/d", "r1"));

        project.Variables.Keys.ShouldBe(["PERFGATE_RUN", "LICENCE_TOKEN", "WHO", "DOCKER_HOST"]);
        project.Variables["WHO"].ShouldBe("r1");
        project.PassThrough.ShouldBe(["FAULT_*"]);
    }
}
