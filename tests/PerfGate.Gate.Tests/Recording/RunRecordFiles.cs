using System.Text.Json;
using System.Text.Json.Nodes;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;
using PerfGate.Gate.Runs;
using PerfGate.Statistics;

namespace PerfGate.Gate.Tests.Recording;

public sealed class RunRecordFiles : IDisposable
{
    readonly TempFolder folder = new();
    readonly string file;

    public RunRecordFiles() => file = folder.File("run.json");

    static RunRecord Full => Samples.Typical() with
    {
        Resources = [new ResourceRecord("api", 3.2, 500, 200_000_000, [0.5, 1.5], [null, 0.8], [190_000_000, null])],
        Steps = [new StepRecord("migrate: 4 applied, 0 pending", 1.25)],
    };

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_whole_record_survives_the_file()
    {
        RunRecordFile.Write(Full, file);
        var read = RunRecordFile.Read(file);
        RunRecordFile.Write(read, folder.File("again.json"));
        File.ReadAllText(folder.File("again.json")).ShouldBe(File.ReadAllText(file));

        read.Overall!.P95Micros.ShouldBe(Full.Overall!.P95Micros);
        read.Resources.Single().CpuShare.ShouldBe([null, 0.8]);
        (read.StartedAt, read.Dirty, read.Steps.Single().Seconds).ShouldBe((Samples.Start, false, 1.25));
    }

    [Fact]
    public void Histograms_come_back_with_every_count_and_exact_ends()
    {
        RunRecordFile.Write(Full, file);
        var read = RunRecordFile.Read(file);
        foreach (var (before, after) in Endpoints(Full).Zip(Endpoints(read)))
        {
            Same(before.ResponseTime, after.ResponseTime);
            Same(before.ServiceTime, after.ServiceTime);
        }

        static IEnumerable<EndpointRecord> Endpoints(RunRecord r) => r.Endpoints.Append(r.Overall!).Concat(r.Stages.SelectMany(s => s.Endpoints));
        static void Same(HdrHistogram before, HdrHistogram after)
        {
            after.Buckets().ShouldBe(before.Buckets());
            (after.MinMicros, after.MaxMicros).ShouldBe((before.MinMicros, before.MaxMicros));
        }
    }

    [Fact]
    public void Names_that_others_rely_on_are_spelt_as_promised()
    {
        RunRecordFile.Write(Full, file);
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        Names(json.RootElement).ShouldBe(
        [
            "schema", "runId", "suite", "profile", "environment", "engine", "commit", "branch", "dirty", "seed", "fingerprint", "machine",
            "startedAt", "durationSeconds", "end", "systemDeath", "stopReason", "untilItBreaks", "totals", "warmUp", "overall", "systemRequests", "stages", "endpoints", "series",
            "users", "failures", "exceptions", "resources", "generator", "steps", "targets", "criteria", "slowRequests", "logs", "warnings", "command",
        ]);
        Names(json.RootElement.GetProperty("totals")).ShouldBe(["requests", "failures", "seconds", "requestsPerSecond", "errorRate"]);
        Names(json.RootElement.GetProperty("stages")[0]).ShouldBe(["name", "warmUp", "startSeconds", "durationSeconds", "users", "endpoints", "rate", "startRate", "arrivals", "dropped"]);
        Names(json.RootElement.GetProperty("endpoints")[0]).ShouldBe(
        [
            "name", "method", "requests", "failures", "requestsPerSecond", "bytesReceived", "minMicros", "meanMicros", "p50Micros", "p95Micros",
            "p99Micros", "maxMicros", "serviceMinMicros", "serviceMaxMicros", "statuses", "responseTime", "serviceTime", "connectTime",
        ]);
        Names(json.RootElement.GetProperty("resources")[0]).ShouldBe(
        [
            "service", "cpuSeconds", "cpuMicrosPerRequest", "peakMemoryBytes", "second", "cpuShare", "memoryBytes", "isStore", "cpuLimit", "memoryLimitBytes",
            "throttledSeconds", "restarts", "oomKills", "metrics", "statements", "tables", "notes",
        ]);
        Names(json.RootElement.GetProperty("generator")).ShouldBe(
        [
            "cpuShare", "scheduleLagP50Micros", "scheduleLagP99Micros", "scheduleLagMaxMicros", "dropped", "gcPauseMillis", "gcCollections",
            "allocatedBytesPerRequest", "arrivals", "runtime",
        ]);
        json.RootElement.GetProperty("endpoints")[0].GetProperty("responseTime").GetString()!.ShouldStartWith("HISTFAAA");
    }

    [Fact]
    public void What_was_not_measured_is_null_and_not_zero()
    {
        RunRecordFile.Write(Full with { Generator = Full.Generator with { ScheduleLagP99Micros = null } }, file);
        JsonNode.Parse(File.ReadAllText(file))!["generator"]!.AsObject().ShouldContainKey("scheduleLagP99Micros");
        RunRecordFile.Read(file).Generator.ScheduleLagP99Micros.ShouldBeNull();
    }

    [Fact]
    public void Nothing_but_the_file_is_left_in_its_folder_and_an_old_one_is_replaced()
    {
        RunRecordFile.Write(Full, file);
        RunRecordFile.Write(Full with { Seed = 7 }, file);
        RunRecordFile.Read(file).Seed.ShouldBe(7);
        Directory.GetFiles(folder.Path).ShouldBe([file]);
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_said_and_leaves_no_half_file()
    {
        File.WriteAllText(folder.File("taken"), "a file, not a folder");
        var error = Should.Throw<GateException>(() => RunRecordFile.Write(Full, Path.Combine(folder.File("taken"), "run.json")));
        error.Message.ShouldContain("could not be written");
        error.Message.ShouldContain("make its folder writable");
        Directory.CreateDirectory(file);
        Should.Throw<GateException>(() => RunRecordFile.Write(Full, file));
        Directory.GetFiles(folder.Path).ShouldBe([folder.File("taken")]);
    }

    [Fact]
    public void A_missing_file_says_how_to_make_one() =>
        Read(null).ShouldBe($"There is no run record at {file}.\n  Make a new run: ./build.sh --target=Perf");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("not json")]
    [InlineData("[1, 2]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"schema\": 1}")]
    [InlineData("{\"schema\": 0}")]
    [InlineData("{\"schema\": \"1\"}")]
    [InlineData("{\"schema\": 1e99}")]
    [InlineData("{\"schema\": 1, \"schema\": 1}")]
    public void A_damaged_file_is_named_with_the_reason_and_the_next_command(string text)
    {
        var message = Read(text);
        message.ShouldStartWith($"The run record {file} is damaged: ");
        message.ShouldEndWith("This program reads up to schema 1. Make a new run: ./build.sh --target=Perf");
    }

    [Fact]
    public void Methods_that_do_not_fit_their_endpoints_are_damage()
    {
        RunRecordFile.Write(Full with { Criteria = [new CriterionRecord("p95") { Limit = 1, Endpoints = ["/a", "/b"], Methods = ["GET"] }] }, file);
        Should.Throw<GateException>(() => RunRecordFile.Read(file)).Message.ShouldContain("Its criterion p95 has 2 endpoints and 1 methods.");
    }

    [Fact]
    public void A_newer_schema_is_told_apart_from_damage()
    {
        var message = Read("{\"schema\": 2, \"everything\": \"else is different\"}");
        message.ShouldContain("has schema 2, and this program reads up to 1");
        message.ShouldContain("Update PerfGate");
        message.ShouldNotContain("damaged");
    }

    [Fact]
    public void A_file_cut_at_any_place_is_damaged()
    {
        RunRecordFile.Write(Full, file);
        var text = File.ReadAllText(file);
        for (var length = 1; length < text.Length - 2; length += text.Length / 40) Read(text[..length]).ShouldContain("is damaged");
    }

    public static TheoryData<string, string?, string> Contradictions => new()
    {
        { "totals.requests", "6401", "counts 6401 requests" },
        { "totals.failures", "1", "1 failures" },
        { "warmUp.requests", "1", "the warm-up stages 50" },
        { "endpoints.0.requests", "401", "POST /buy has 401 requests, but 400 response" },
        { "endpoints.0.failures", "401", "POST /buy has 401 failures in 400 requests" },
        { "endpoints.0.maxMicros", "1", "a histogram that says otherwise" },
        { "endpoints.0.serviceMinMicros", "999999999", "a histogram that says otherwise" },
        { "endpoints.0.responseTime", "\"HISTFAAA\"", "not an encoded histogram" },
        { "endpoints.0.responseTime", "17", "An encoded histogram is a text" },
        { "endpoints.0.responseTime", "null", "responseTime" },
        { "endpoints.0.name", null, "name" },
        { "endpoints.0.requests", "9223372036854775807", "has 9223372036854775807 requests" },
        { "endpoints.1", "null", "'endpoints' holds an empty entry" },
        { "stages.1.endpoints.0", "null", "'stages[].endpoints' holds an empty entry" },
        { "stages.0", "null", "'stages' holds an empty entry" },
        { "warnings", "[null]", "'warnings' holds an empty entry" },
        { "stages.1.warmUp", "true", "the measured stages 0" },
        { "overall", "null", "overall 0" },
        { "suite", null, "suite" },
        { "suite", "null", "suite" },
        { "generator", null, "generator" },
        { "generator.dropped", null, "dropped" },
        { "generator.cpuShare", "\"much\"", "cpuShare" },
        { "runId", "\"../../etc/passwd\"", "not a plain name" },
        { "fingerprint", "\"..\"", "not a plain name" },
        { "end", "\"exploded\"", "'exploded' is none of completed" },
        { "series.users", "[1]", "differ in length from its 3 seconds" },
        { "series.endpoints.0.columns.p99Micros", "[]", "differ in length from its 3 seconds" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void A_record_that_contradicts_itself_or_lacks_something_is_damaged(string path, string? value, string reason)
    {
        RunRecordFile.Write(Full, file);
        var message = Read(Changed(File.ReadAllText(file), path, value));
        message.ShouldStartWith($"The run record {file} is damaged: ");
        message.ShouldContain(reason);
    }

    [Fact]
    public void An_endpoint_that_is_there_twice_is_damage()
    {
        var run = Samples.Run(Samples.Endpoint("/x", 5, 900), Samples.Endpoint("/x", 5, 900, method: "POST"));
        RunRecordFile.Write(run, file);
        Read(Changed(File.ReadAllText(file), "endpoints.1.method", "\"GET\"")).ShouldContain("GET /x is in it 2 times.");
    }

    [Fact]
    public void No_damage_of_a_byte_leads_to_anything_but_a_record_or_a_clear_refusal()
    {
        RunRecordFile.Write(Samples.Run(Samples.Endpoint("/x", 50, 900)), file);
        var sound = File.ReadAllBytes(file);
        var random = new Random(4);
        for (var i = 0; i < 400; i++)
        {
            var damaged = sound.ToArray();
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(file, damaged);
            try { RunRecordFile.Read(file).Totals.Requests.ShouldBe(50); }
            catch (GateException e) { e.Message.ShouldContain("./build.sh --target=Perf"); }
        }
    }

    [Fact]
    public void What_a_newer_program_added_without_a_new_schema_is_passed_over()
    {
        RunRecordFile.Write(Full, file);
        var json = JsonNode.Parse(File.ReadAllText(file))!;
        json["addedLater"] = 1;
        File.WriteAllText(file, json.ToJsonString());
        RunRecordFile.Read(file).Seed.ShouldBe(42);
    }

    string Read(string? text)
    {
        if (text is not null) File.WriteAllText(file, text);
        return Should.Throw<GateException>(() => RunRecordFile.Read(file)).Message;
    }

    static string Changed(string text, string path, string? value)
    {
        var json = JsonNode.Parse(text)!;
        var steps = path.Split('.');
        var parent = steps[..^1].Aggregate(json, (node, step) => node is JsonArray array ? array[int.Parse(step)]! : node[step]!);
        if (parent is JsonArray items) items[int.Parse(steps[^1])] = JsonNode.Parse(value!);
        else if (value is null) parent.AsObject().Remove(steps[^1]).ShouldBeTrue();
        else parent[steps[^1]] = JsonNode.Parse(value);
        return json.ToJsonString();
    }

    static string[] Names(JsonElement json) => [.. json.EnumerateObject().Select(p => p.Name)];
}
