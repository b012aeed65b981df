using System.Text.Json.Nodes;
using Acceptance.Harness;
using Acceptance.Running;

namespace Acceptance.BadInput;

/// <summary>Records and baselines that are not what they should be: told, and never harmed.</summary>
public sealed class Files(Checkout checkout) : IAsyncLifetime
{
    readonly string place = Path.Combine(checkout.Root, "artifacts", $"files-{Guid.NewGuid():N}");

    string Run => Path.Combine(place, "run");

    string Record => Path.Combine(Run, "run.json");

    string Baselines => Path.Combine(place, "baselines");

    [Fact]
    public async Task A_damaged_record_is_told_and_left_as_it_is()
    {
        await File.WriteAllTextAsync(Record, (await File.ReadAllTextAsync(Record))[..500]);
        var damaged = await File.ReadAllBytesAsync(Record);
        var finished = await checkout.Build("--target=PerfReport", $"--from={Run}");
        finished.ExitCode.ShouldBe(1, finished.Everything);
        finished.Everything.ShouldContain("run.json is damaged");
        finished.Everything.ShouldContain("./build.sh --target=Perf");
        (await File.ReadAllBytesAsync(Record)).ShouldBe(damaged);
    }

    [Fact]
    public async Task A_record_of_a_newer_version_is_told_with_the_version_that_can_be_read()
    {
        await Edit(Record, run => run["schema"] = 99);
        var finished = await checkout.Build("--target=PerfCompare", $"--from={Run}", $"--baselines={Baselines}");
        finished.ExitCode.ShouldBe(1, finished.Everything);
        finished.Everything.ShouldContain("schema 99");
        finished.Everything.ShouldContain("reads up to 1");
    }

    [Fact]
    public async Task A_damaged_baseline_is_told_with_its_file()
    {
        var made = await MakeBaseline();
        var baseline = Path.Combine(Path.GetDirectoryName(made)!, "20260101-000000-0000.json");
        File.Move(made, baseline);
        await File.WriteAllTextAsync(baseline, "{");
        var finished = await checkout.Build("--target=PerfCompare", $"--from={Run}", $"--baselines={Baselines}");
        finished.ExitCode.ShouldBe(1, finished.Everything);
        finished.Everything.ShouldContain(baseline);
        finished.Everything.ShouldContain("--target=PerfBaseline");
    }

    [Fact]
    public async Task A_baseline_of_another_machine_is_no_baseline_and_the_difference_is_named()
    {
        var baseline = await MakeBaseline();
        await Edit(baseline, run =>
        {
            run["fingerprint"] = "0123456789ab";
            run["machine"]!["processors"] = "64";
        });
        Directory.Move(Path.GetDirectoryName(baseline)!, Path.Combine(Baselines, "0123456789ab"));

        var finished = await checkout.Build("--target=PerfCompare", $"--from={Run}", $"--baselines={Baselines}");
        finished.ExitCode.ShouldBe(0, finished.Everything);
        var result = new RunFiles(Run).Result;
        result.GetProperty("verdict").GetString().ShouldBe("no-baseline");
        result.GetProperty("warnings").EnumerateArray().ShouldContain(w => w.GetString()!.Contains("processors: 64 there", StringComparison.Ordinal));
    }

    public async ValueTask InitializeAsync()
    {
        var sound = await checkout.SoundRun();
        Directory.CreateDirectory(Run);
        File.Copy(Path.Combine(sound.Folder, "run.json"), Record);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(place, recursive: true);
        return ValueTask.CompletedTask;
    }

    async Task<string> MakeBaseline()
    {
        (await checkout.Build("--target=PerfBaseline", $"--from={Run}", $"--baselines={Baselines}")).ExitCode.ShouldBe(0);
        return Directory.EnumerateFiles(Baselines, "*.json", SearchOption.AllDirectories).ShouldHaveSingleItem();
    }

    static async Task Edit(string file, Action<JsonNode> edit)
    {
        var json = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        edit(json);
        await File.WriteAllTextAsync(file, json.ToJsonString());
    }
}
