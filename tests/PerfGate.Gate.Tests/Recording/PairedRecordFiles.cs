using System.Text.Json.Nodes;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;
using PerfGate.Gate.Runs;
using PerfGate.Gate.Tests.Paired;

namespace PerfGate.Gate.Tests.Recording;

public sealed class PairedRecordFiles : IDisposable
{
    readonly TempFolder folder = new();
    readonly string file;

    public PairedRecordFiles() => file = folder.File("paired.json");

    static PairedRecord Record => (SampleSession.Slower(0.1) with { HasSecond = true, HasCpu = false }).Record().WithVoid(i => i == 3) with
    {
        Warnings = ["The baseline was built with another SDK."],
    };

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_session_survives_the_file_and_is_decided_as_before()
    {
        PairedRecordFile.Write(Record, file);
        var read = PairedRecordFile.Read(file);
        PairedRecordFile.Write(read, folder.File("again.json"));
        File.ReadAllText(folder.File("again.json")).ShouldBe(File.ReadAllText(file));
        (read.Screen.Count, read.Confirm.Count, read.Screen[3].Void.Count).ShouldBe((12, 12, 1));
        (read.Baseline, read.Candidate, read.Rate, read.Seed).ShouldBe((Record.Baseline, Record.Candidate, Record.Rate, Record.Seed));
        read.Decide().Comparisons.ShouldBe(Record.Decide().Comparisons);
    }

    [Fact]
    public void What_was_not_measured_stays_unknown()
    {
        PairedRecordFile.Write(Record, file);
        var round = JsonNode.Parse(File.ReadAllText(file))!["screen"]![0]!;
        round["stealShare"].ShouldBeNull();
        round["baseline"]!["cpuSeconds"].ShouldBeNull();
        PairedRecordFile.Read(file).Screen.ShouldAllBe(r => r.Baseline.CpuSeconds == null && r.StealShare == null);
    }

    [Fact]
    public void Names_that_others_rely_on_are_spelt_as_promised()
    {
        PairedRecordFile.Write(Record, file);
        var json = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        Names(json).ShouldBe(
        [
            "schema", "runId", "suite", "environment", "fingerprint", "machine", "seed", "startedAt", "durationSeconds", "baseline", "candidate", "rate",
            "capacity", "slotSeconds", "discardSeconds", "screen", "confirm", "broken", "baselineUnavailable", "warnings",
        ]);
        Names(json["screen"]![0]!.AsObject()).ShouldBe(
            ["block", "baselineFirst", "baseline", "candidate", "generatorCpuShare", "stealShare", "othersShare", "controlMicros", "void"]);
        Names(json["screen"]![0]!["candidate"]!.AsObject()).ShouldBe(["seconds", "all", "endpoints", "cpuSeconds", "lagP99Micros"]);
        Names(json["screen"]![0]!["candidate"]!["all"]!.AsObject()).ShouldBe(["name", "method", "requests", "failures", "p50", "p95", "p99"]);
        Names(json["candidate"]!.AsObject()).ShouldBe(["reference", "commit", "dirty", "injected"]);
    }

    [Theory]
    [InlineData("screen", "[null]")]
    [InlineData("screen", "null")]
    [InlineData("rate", "0")]
    [InlineData("rate", "\"fast\"")]
    [InlineData("schema", "0")]
    [InlineData("baseline", "null")]
    public void A_damaged_session_says_how_to_make_it_anew(string name, string value)
    {
        PairedRecordFile.Write(Record, file);
        var json = JsonNode.Parse(File.ReadAllText(file))!;
        json[name] = JsonNode.Parse(value);
        File.WriteAllText(file, json.ToJsonString());
        var message = Should.Throw<GateException>(() => PairedRecordFile.Read(file)).Message;
        message.ShouldStartWith($"The paired record {file} is damaged: ");
        message.ShouldEndWith("Make a new session: ./build.sh --target=Perf --against=REF");
    }

    [Fact]
    public void Half_a_file_is_damaged_too()
    {
        PairedRecordFile.Write(Record, file);
        File.WriteAllText(file, File.ReadAllText(file)[..2_000]);
        Should.Throw<GateException>(() => PairedRecordFile.Read(file)).Message.ShouldContain("is damaged: ");
    }

    [Fact]
    public void A_newer_schema_is_told_apart_from_damage()
    {
        File.WriteAllText(file, "{\"schema\": 9}");
        Should.Throw<GateException>(() => PairedRecordFile.Read(file)).Message.ShouldContain("has schema 9, and this program reads up to 1: a newer one wrote it.");
    }

    [Fact]
    public void One_that_is_not_there_says_so() =>
        Should.Throw<GateException>(() => PairedRecordFile.Read(file)).Message.ShouldStartWith($"There is no paired record at {file}.");

    static string[] Names(JsonObject json) => [.. json.Select(p => p.Key)];
}
