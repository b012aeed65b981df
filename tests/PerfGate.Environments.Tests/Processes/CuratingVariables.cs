using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Tests.Processes;

public sealed class CuratingVariables
{
    static readonly Dictionary<string, string> Ambient = new()
    {
        ["PATH"] = "/usr/bin:/bin",
        ["HOME"] = "/home/ada",
        ["LC_ALL"] = "C",
        ["DOTNET_ROOT"] = "/usr/share/dotnet",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["GITHUB_TOKEN"] = "ghp_0123456789",
        ["FAULT_CPU_PERCENT"] = "10",
        ["FAULT_SECRET"] = "do not hand on",
        ["EDITOR"] = "vi",
        ["HTTPS_PROXY"] = "http://proxy:3128",
    };

    [Fact]
    public async Task A_child_sees_what_is_curated_and_nothing_of_the_rest()
    {
        var seen = await SeenAsync(new ProcessCommand("env"));

        seen.Keys.ShouldBe(["PATH", "HOME", "LC_ALL", "DOTNET_ROOT", "DOTNET_CLI_TELEMETRY_OPTOUT", "PERFGATE_CHILD"], ignoreOrder: true);
        seen["HOME"].ShouldBe("/home/ada");
    }

    [Fact]
    public async Task Patterns_pass_variables_on_but_never_what_looks_like_a_secret()
    {
        var seen = await SeenAsync(new ProcessCommand("env") { PassThrough = ["FAULT_*", "GITHUB_TOKEN"] });

        seen.ShouldContainKey("FAULT_CPU_PERCENT");
        seen.ShouldNotContainKey("FAULT_SECRET");
        seen.ShouldNotContainKey("GITHUB_TOKEN");
        seen.ShouldNotContainKey("EDITOR");
    }

    [Fact]
    public async Task What_is_declared_wins_over_what_is_curated_and_may_be_a_secret()
    {
        var seen = await SeenAsync(new ProcessCommand("env")
        {
            Variables = new Dictionary<string, string> { ["HOME"] = "/nowhere", ["SECRET_KEY"] = "short" },
        });

        seen["HOME"].ShouldBe("/nowhere");
        seen["SECRET_KEY"].ShouldBe("short");
    }

    static async Task<Dictionary<string, string>> SeenAsync(ProcessCommand command)
    {
        var result = await new ProcessRunner(TimeProvider.System) { Ambient = Ambient }.RequireAsync(command, CancellationToken.None);
        return result.Output.Split('\n').Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
    }
}
