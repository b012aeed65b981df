using System.IO.Compression;
using System.Text;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Paired;
using PerfGate.Gate.Paired.Calibrating;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Gate.Runs;
using PerfGate.Statistics;

namespace PerfGate.Gate.Tests.Paired.Calibrating;

public sealed class SummingUpSessions : IDisposable
{
    const string Fingerprint = "0a1b2c3d4e5f";
    const int Replays = 50;
    const string Median = "p50 of all requests";
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Sessions_of_one_night_add_to_those_of_the_next()
    {
        var first = Same(1);
        new CalibrationStore(folder.Path).Add(first);
        var store = new CalibrationStore(folder.Path);
        store.Add(Same(2));
        var read = store.Read(Fingerprint);
        read.Select(s => s.Record.RunId).ShouldBe(["session-01", "session-02"]);
        read[0].Verdict.ShouldBe(Verdict.Passed);
        read[0].Record.Decide().Comparisons.ShouldBe(first.Record.Decide().Comparisons);
        store.Read("ffff").ShouldBeEmpty();
    }

    [Fact]
    public void Rates_are_counted_with_exact_bounds()
    {
        var rate = Of([.. Verdicts(Verdict.Passed, 7), .. Verdicts(Verdict.Regressed, 1), .. Verdicts(Verdict.Inconclusive, 2), .. Verdicts(Verdict.Invalid, 2)]).Rates[0];
        (rate.Injected, rate.Replayed, rate.Sessions, rate.MedianSeconds).ShouldBe((null, false, 12, 150));
        (rate.Passed, rate.Regressed, rate.Improved, rate.Inconclusive, rate.Invalid).ShouldBe((7, 1, 0, 2, 2));
        // Of ten: those that were invalid say nothing.
        rate.RegressedAtMost.ShouldBe(ClopperPearson.AtMost(1, 10, 0.95)!.Value);
        rate.RegressedAtMost.ShouldBe(0.394, 0.001);
        rate.RegressedAtLeast.ShouldBe(0.0051, 0.0001);
        rate.InconclusiveAtMost.ShouldBe(0.507, 0.001);
    }

    [Fact]
    public void Where_every_session_was_invalid_nothing_is_known()
    {
        var rate = Of(Verdicts(Verdict.Invalid, 2)).Rates[0];
        (rate.RegressedAtLeast, rate.RegressedAtMost, rate.InconclusiveAtMost).ShouldBe((0, 1, 1));
    }

    [Fact]
    public void Noise_is_that_of_identical_builds_alone()
    {
        List<CalibrationSession> same = [Same(1), Same(2), Same(3)];
        var noise = Of(same).Metrics;
        var median = noise.Single(m => m.Metric == Median);
        median.Sessions.ShouldBe(3);
        median.RoundDeviation.ShouldBe(0.01, 0.005);
        median.SessionDeviation.ShouldNotBeNull();
        Of([.. same, Injected(4), Injected(5), Same(6) with { Record = Same(6).Record with { Broken = "It died." } }]).Metrics.ShouldBe(noise);
    }

    [Fact]
    public void One_session_says_nothing_of_what_sessions_differ_by() =>
        Of([Same(1)]).Metrics.ShouldAllBe(m => m.SessionDeviation == null);

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void It_takes_ten_of_them_before_it_is_reckoned_with(int sessions, bool known) =>
        (Of([.. Enumerable.Range(1, sessions).Select(i => Same(i))]).Noise.Of(Median) is not null).ShouldBe(known);

    [Fact]
    public void Each_injection_has_rates_of_its_own_and_identical_builds_come_first()
    {
        var rates = Of([Injected(1), Same(2), Same(3), Injected(4)]).Rates.Where(r => !r.Replayed).ToList();
        rates.Select(r => (r.Injected, r.Sessions)).ShouldBe([(null, 2), ("cpu:20", 2)]);
    }

    [Fact]
    public void Replays_find_what_was_injected_and_nothing_in_identical_builds()
    {
        var rates = Of([Same(1), Same(2), Injected(3)]).Rates.Where(r => r.Replayed).ToList();
        rates.Select(r => (r.Injected, r.Sessions)).ShouldBe([(null, Replays), ("cpu:20", Replays)]);
        rates[0].Regressed.ShouldBe(0);
        rates[1].Regressed.ShouldBe(Replays);
    }

    [Fact]
    public void The_same_sessions_give_the_same_summary()
    {
        List<CalibrationSession> sessions = [Same(1, noise: 0.03), Same(2, noise: 0.03)];
        var (one, other) = (Of(sessions), Of(sessions));
        other.Rates.ShouldBe(one.Rates);
        other.Metrics.ShouldBe(one.Metrics);
    }

    [Fact]
    public void A_summary_survives_the_file_and_none_is_nothing_known()
    {
        Calibrations.Of(folder.Path, Fingerprint).ShouldBe(Calibration.None);
        var calibration = Of([Same(1), Same(2)]);
        Calibrations.Write(calibration, folder.Path);
        var read = Calibrations.Of(folder.Path, Fingerprint);
        read.Rates.ShouldBe(calibration.Rates);
        read.Metrics.ShouldBe(calibration.Metrics);
        (read.Fingerprint, read.Rate, read.Capacity).ShouldBe((Fingerprint, 250, 2_000));
    }

    [Theory]
    [InlineData("not packed at all")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"schema\": 1, \"verdict\": \"passed\", \"record\": null}")]
    public void A_damaged_session_says_which_file_to_delete(string content)
    {
        var file = Put(content, packed: content != "not packed at all");
        var message = Should.Throw<GateException>(() => new CalibrationStore(folder.Path).Read(Fingerprint)).Message;
        message.ShouldStartWith($"The calibration session {file} cannot be read: ");
        message.ShouldEndWith("Delete the file: the other sessions stay as they are.");
    }

    [Fact]
    public void So_does_one_with_an_empty_round()
    {
        var session = Same(1);
        var store = new CalibrationStore(folder.Path);
        store.Add(session with { Record = session.Record with { Screen = [null!] } });
        Should.Throw<GateException>(() => store.Read(Fingerprint)).Message.ShouldContain("cannot be read: One of its rounds is empty.");
    }

    [Fact]
    public void One_that_a_newer_program_wrote_is_not_to_be_deleted()
    {
        Put("{\"schema\": 9, \"other\": true}", packed: true);
        var message = Should.Throw<GateException>(() => new CalibrationStore(folder.Path).Read(Fingerprint)).Message;
        message.ShouldContain("has schema 9, and this program reads up to 1: a newer one wrote it.");
        message.ShouldNotContain("Delete");
    }

    string Put(string content, bool packed)
    {
        var place = Calibrations.SessionsFolder(folder.Path, Fingerprint);
        Directory.CreateDirectory(place);
        var file = Path.Combine(place, "session-01.json.gz");
        using Stream stream = packed ? new GZipStream(File.Create(file), CompressionLevel.Fastest) : File.Create(file);
        stream.Write(Encoding.UTF8.GetBytes(content));
        return file;
    }

    static JudgeSettings Judging { get; } = new()
    {
        PairedLayout = PairedSettings.Usual with { ScreenBlocks = [2, 2, 2, 2, 2, 2], ConfirmBlocks = [2, 2, 2, 2, 2, 2] },
    };

    static Calibration Of(IReadOnlyList<CalibrationSession> sessions) => new CalibrationSummary(Judging, Replays).Of(sessions, new Random(7));

    static List<CalibrationSession> Verdicts(Verdict verdict, int sessions) => [.. Enumerable.Range(1, sessions).Select(i => Same(i) with { Verdict = verdict })];

    static CalibrationSession Same(int number) => Same(number, noise: 0.01);

    static CalibrationSession Same(int number, double noise) => new(Verdict.Passed, (SampleSession.Same with { Seed = number, RoundNoise = noise }).Record() with { RunId = $"session-{number:00}" });

    static CalibrationSession Injected(int number)
    {
        var record = (SampleSession.Slower(0.2) with { Seed = number, HasSecond = true }).Record();
        return new CalibrationSession(Verdict.Regressed, record with { RunId = $"session-{number:00}", Candidate = record.Candidate with { Injected = "cpu:20" } });
    }
}
