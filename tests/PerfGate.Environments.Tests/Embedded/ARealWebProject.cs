using System.Diagnostics;
using System.Net.Http.Json;
using PerfGate.Environments.Embedded;
using PerfGate.Environments.Processes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Embedded;

public sealed class ARealWebProject : IDisposable
{
    readonly TempFolder folder = new();
    readonly List<string> said = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task That_does_not_compile_is_told_with_the_compilers_words()
    {
        folder.Write("Tiny/Tiny.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        folder.Write("Tiny/Program.cs", "return broken;");
        await using var environment = Tiny();

        var failure = await Should.ThrowAsync<ProcessFailedException>(() => environment.UpAsync(CancellationToken.None));

        failure.Message.ShouldContain("'tiny' could not be built.");
        failure.Message.ShouldContain("error CS0103");
        await environment.SaveLogsAsync(folder.At("logs"), whole: true);
        File.ReadAllText(folder.At("logs", "build-tiny.log")).ShouldContain("error CS0103");
        Directory.GetDirectories(folder.At("run", "system")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whose_build_is_cancelled_leaves_no_build_behind()
    {
        folder.Write("Tiny/Tiny.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web"><Target Name="Hang" BeforeTargets="Restore;BeforeBuild;CollectPackageReferences"><Exec Command="sleep 61" /></Target></Project>""");
        await using var environment = Tiny();
        using var cancelled = new CancellationTokenSource();
        var building = environment.UpAsync(cancelled.Token);
        await Shell.Eventually(() => Builds().Count > 0);
        var watch = Stopwatch.StartNew();

        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => building);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(4));
        Builds().ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_built_migrated_started_probed_and_taken_down_without_a_trace()
    {
        folder.Write("Tiny/Tiny.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <AssemblyName>TinyServer</AssemblyName>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
            </Project>
            """);
        folder.Write("Tiny/Program.cs", """
            var store = System.Environment.GetEnvironmentVariable("STORE")!;
            if (args is ["migrate"]) { System.IO.File.WriteAllText(store, "ready"); System.Console.WriteLine("1 applied, 0 pending"); return 0; }
            if (args is ["check"]) { return System.IO.File.Exists(store) ? 0 : 3; }
            var app = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args).Build();
            Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(app, "/health", () => System.IO.File.ReadAllText(store));
            Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(app, "/pid", () => System.Environment.ProcessId);
            app.Run();
            return 0;
            """);
        var environment = Tiny();

        await environment.UpAsync(CancellationToken.None);
        await environment.MigrateAsync(CancellationToken.None);
        await environment.StartAsync(CancellationToken.None);

        var service = environment.Services.ShouldHaveSingleItem();
        using var client = new HttpClient { BaseAddress = environment.BaseAddress };
        (await client.GetStringAsync("/health")).ShouldBe("ready");
        (await client.GetFromJsonAsync<int>("/pid")).ShouldBe(service.ProcessId.ShouldNotBeNull(), "the pid is the system's own");
        var reading = await environment.Probes[0].ReadAsync(CancellationToken.None);
        reading.Value(0).ShouldNotBeNull("CPU seconds").ShouldBeInRange(0.02, 60);
        reading.Value(1).ShouldNotBeNull("bytes of memory").ShouldBeGreaterThan(10_000_000);

        await environment.DisposeAsync();

        service.ProcessId.ShouldNotBeNull();
        Shell.IsAlive(service.ProcessId.Value).ShouldBeFalse();
        environment.Services[0].ExitCode.ShouldBe(0, "SIGTERM lets it end in order");
        Directory.GetFileSystemEntries(folder.At("run")).ShouldBeEmpty();
        environment.Steps.Select(step => step.Name).ShouldBe(
            ["build tiny", "migrate schema: 1 applied, 0 pending", "check schema: nothing pending", "start tiny", "down"]);
        said.ShouldContain(line => line.Contains("publish", StringComparison.Ordinal));
        said.ShouldContain(line => line.EndsWith("TinyServer.dll migrate", StringComparison.Ordinal));
    }

    EmbeddedEnvironment Tiny() => new(
        new EmbeddedDefinition
        {
            Services =
            [
                new ServiceDefinition
                {
                    Name = "tiny",
                    Project = "Tiny/Tiny.csproj",
                    Variables = new Dictionary<string, string> { ["STORE"] = "{data}/store" },
                    ReadyPath = "/health",
                },
            ],
            Migrations = [new MigrationDefinition { Name = "schema", Apply = ["migrate"], Check = ["check"] }],
        },
        new EnvironmentOptions
        {
            RunId = "run-1",
            RunFolder = folder.At("run"),
            Root = folder.Root,
            LockFolder = folder.At("locks"),
            Echo = said.Add,
        },
        TimeProvider.System);

    // Processes, other than this one, that have this test's folder on their command line.
    List<int> Builds() =>
        [.. ProcessStat.All().Where(stat => !stat.IsGone && CommandLine(stat.Pid).Contains(folder.Root, StringComparison.Ordinal)).Select(stat => stat.Pid)];

    static string CommandLine(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
