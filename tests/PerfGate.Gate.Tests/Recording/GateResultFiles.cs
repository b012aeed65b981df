using System.Text.Json.Nodes;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Tests.Recording;

public sealed class GateResultFiles : IDisposable
{
    readonly TempFolder folder = new();
    readonly string file;

    public GateResultFiles() => file = folder.File("result.json");

    static GateResult Result => Samples.Judged(
        Samples.Typical(seed: 5).With(new TargetRecord(null, Metrics.P95, 1, 2, 1000), new TargetRecord("/none", Metrics.P50, 1, 2, 3)),
        Samples.Typical()) with
    {
        Findings = [new Finding("service-exited", "A service ended", "at 3 s", "look")],
    };

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_result_survives_the_file()
    {
        GateResultFile.Write(Result, file);
        var read = GateResultFile.Read(file);
        read.Comparisons.ShouldBe(Result.Comparisons);
        read.Targets.ShouldBe(Result.Targets);
        read.Findings.ShouldBe(Result.Findings);
        read.Warnings.ShouldBe(Result.Warnings);
        (read.Verdict, read.ExitCode, read.Headline, read.Mode, read.Baseline, read.SmallestVisibleChange)
            .ShouldBe((Result.Verdict, Result.ExitCode, Result.Headline, Result.Mode, Result.Baseline, Result.SmallestVisibleChange));
    }

    [Fact]
    public void Names_that_others_rely_on_are_spelt_as_promised()
    {
        GateResultFile.Write(Result, file);
        var json = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        Names(json).ShouldBe(
        [
            "schema", "suite", "profile", "runId", "verdict", "exitCode", "headline", "mode", "baseline", "comparisons", "paired", "history", "targets", "breakpoint", "criteria", "findings",
            "smallestVisibleChange", "warnings",
        ]);
        Names(json["comparisons"]![0]!.AsObject()).ShouldBe(
            ["endpoint", "method", "metric", "baseline", "candidate", "change", "lower", "upper", "verdict", "flagged", "gated", "watched", "note"]);
        Names(json["targets"]![0]!.AsObject()).ShouldBe(["endpoint", "method", "metric", "value", "note", "tier", "target", "acceptable", "critical"]);
        Names(json["findings"]![0]!.AsObject()).ShouldBe(["rule", "title", "evidence", "advice", "meaning", "fromSeconds", "toSeconds"]);
        json["targets"]![0]!["tier"]!.GetValue<string>().ShouldBe("degraded");
        json["targets"]![1]!["tier"].ShouldBeNull();
    }

    [Theory]
    [InlineData(Verdict.Passed, "passed")]
    [InlineData(Verdict.Improved, "improved")]
    [InlineData(Verdict.Regressed, "regressed")]
    [InlineData(Verdict.Inconclusive, "inconclusive")]
    [InlineData(Verdict.NoBaseline, "no-baseline")]
    [InlineData(Verdict.Invalid, "invalid")]
    public void Verdicts_are_spelt_as_promised(Verdict verdict, string spelt)
    {
        GateResultFile.Write(Result with { Verdict = verdict }, file);
        JsonNode.Parse(File.ReadAllText(file))!["verdict"]!.GetValue<string>().ShouldBe(spelt);
        GateResultFile.Read(file).Verdict.ShouldBe(verdict);
    }

    [Theory]
    [InlineData("verdict", "\"splendid\"")]
    [InlineData("verdict", "0")]
    [InlineData("exitCode", "1")]
    [InlineData("comparisons", "[null]")]
    [InlineData("comparisons", "null")]
    public void A_damaged_result_says_how_to_make_it_anew(string name, string value)
    {
        GateResultFile.Write(Result, file);
        var json = JsonNode.Parse(File.ReadAllText(file))!;
        json[name] = JsonNode.Parse(value);
        File.WriteAllText(file, json.ToJsonString());
        var message = Should.Throw<GateException>(() => GateResultFile.Read(file)).Message;
        message.ShouldStartWith($"The gate result {file} is damaged: ");
        message.ShouldEndWith("Judge the run again: ./build.sh --target=PerfCompare");
    }

    [Fact]
    public void A_newer_schema_is_told_apart_from_damage()
    {
        File.WriteAllText(file, "{\"schema\": 9}");
        Should.Throw<GateException>(() => GateResultFile.Read(file)).Message.ShouldContain("has schema 9, and this program reads up to 1");
    }

    static string[] Names(JsonObject json) => [.. json.Select(p => p.Key)];
}
