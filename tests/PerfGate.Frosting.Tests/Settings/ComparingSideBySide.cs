using PerfGate.Frosting.Hosting;
using PerfGate.Frosting.Settings;
using PerfGate.Gate.Paired;
using PerfGate.Gate.Runs;
using PerfGate.Gate.Suites;

namespace PerfGate.Frosting.Tests.Settings;

public sealed class ComparingSideBySide
{
    [Fact]
    public void Without_a_word_nothing_is_compared_side_by_side_until_a_run_looks_worse()
    {
        var settings = Read();
        settings.Paired.ShouldBeNull();
        settings.AgainstNothing.ShouldBeFalse();
        settings.PairedDefaults.Settings.ShouldBeSameAs(PairedSettings.Usual);
        settings.PairedDefaults.Injection.ShouldBeNull();
        settings.PairedDefaults.Calibrations.ShouldBe(Path.Combine(Root, "perf", "calibration"));
    }

    [Fact]
    public void A_named_commit_is_the_baseline()
    {
        var paired = Read(("against", "v1.2.0")).Paired.ShouldNotBeNull();
        (paired.Against, paired.MergeBaseWith, paired.IsSuspicion).ShouldBe(("v1.2.0", null, false));
    }

    [Fact]
    public void A_pull_request_is_compared_with_where_it_left_its_branch_unless_another_commit_is_named()
    {
        var paired = InJob().Paired.ShouldNotBeNull();
        (paired.Against, paired.MergeBaseWith).ShouldBe((null, "develop"));
        var named = InJob(("against", "HEAD~1")).Paired.ShouldNotBeNull();
        (named.Against, named.MergeBaseWith).ShouldBe(("HEAD~1", null));
    }

    [Fact]
    public void A_job_without_a_pull_request_has_an_empty_branch_which_is_none() => InJob("").Paired.ShouldBeNull();

    [Fact]
    public void Against_none_is_against_nothing_even_in_a_pull_request_and_even_if_a_run_looks_worse()
    {
        var settings = InJob(("against", "none"));
        settings.Paired.ShouldBeNull();
        settings.AgainstNothing.ShouldBeTrue();
    }

    [Fact]
    public void How_it_is_compared_holds_whatever_it_is_compared_with()
    {
        (string, string)[] said = [("slot", "8"), ("inject", "n-plus-one"), ("calibrations", "kept")];
        Read([("against", "main"), .. said]).Paired.ShouldBe(Read(said).PairedDefaults with { Against = "main" }, new SamePlan());
        InJob(said).Paired.ShouldBe(Read(said).PairedDefaults with { MergeBaseWith = "develop" }, new SamePlan());
    }

    [Fact]
    public void A_fault_of_the_suite_is_injected_in_its_size()
    {
        var injection = Read(("inject", "slow-tail:2")).PairedDefaults.Injection.ShouldNotBeNull();
        injection.Name.ShouldBe("slow-tail:2");
        injection.Variables.ShouldBe(new Dictionary<string, string> { ["FAULT_SLOW_TAIL_PERCENT"] = "2", ["FAULT_SLOW_TAIL_MS"] = "50" });
    }

    [Theory]
    [InlineData("cpu:10,n-plus-one")]
    [InlineData("cpu:10", "n-plus-one")]
    public void Two_faults_are_injected_together(params string[] words)
    {
        var injection = Read([.. words.Select(w => ("inject", w))]).PairedDefaults.Injection.ShouldNotBeNull();
        injection.Name.ShouldBe("cpu:10,n-plus-one");
        injection.Variables.ShouldBe(new Dictionary<string, string> { ["FAULT_CPU_PERCENT"] = "10", ["FAULT_N_PLUS_ONE"] = "1" });
    }

    [Theory]
    [InlineData("cpo:10", "knows no fault 'cpo' (did you mean 'cpu'?). It has: cpu, slow-tail, n-plus-one.")]
    [InlineData("moon", "knows no fault 'moon'. It has: cpu, slow-tail, n-plus-one.")]
    [InlineData("cpu", "--inject=cpu needs a size: --inject=cpu:10.")]
    [InlineData("cpu:", "--inject=cpu: needs a size: --inject=cpu:10.")]
    [InlineData("n-plus-one:3", "--inject=n-plus-one:3 has no size: --inject=n-plus-one.")]
    [InlineData("n-plus-one:", "--inject=n-plus-one: has no size: --inject=n-plus-one.")]
    [InlineData("cpu:10,cpu:20", "--inject=cpu:10,cpu:20 sets FAULT_CPU_PERCENT more than once.")]
    public void What_cannot_be_injected_says_what_can(string word, string told) =>
        Should.Throw<GateException>(() => Read(("inject", word))).Message.ShouldContain(told);

    [Fact]
    public void A_suite_without_faults_says_where_they_are_added()
    {
        var told = Should.Throw<GateException>(() => new PairedArguments(Arguments(("inject", "cpu:10"))).Read(new Bare().Build(Root), Root)).Message;
        told.ShouldContain("It has: none.\n  Faults are added in the suite's class");
        told.ShouldContain("suite.Fault(…)");
    }

    [Theory]
    [InlineData("10", new[] { 2, 2, 2, 2, 2 })]
    [InlineData("11", new[] { 2, 2, 2, 2, 2, 1 })]
    [InlineData("16", new[] { 2, 2, 2, 2, 2, 2, 2, 2 })]
    public void Rounds_of_each_look_are_spread_over_starts_of_two_rounds(string rounds, int[] blocks)
    {
        var settings = Read(("rounds", rounds)).PairedDefaults.Settings;
        settings.ScreenBlocks.ShouldBe(blocks);
        settings.ConfirmBlocks.ShouldBe(blocks);
    }

    [Fact]
    public void A_slot_may_be_longer_and_may_be_part_of_a_second() =>
        Read(("slot", "7.5")).PairedDefaults.Settings.Slot.ShouldBe(TimeSpan.FromSeconds(7.5));

    [Fact]
    public void Calibrations_are_kept_where_they_are_told_to_be() =>
        Read(("calibrations", "kept/here")).PairedDefaults.Calibrations.ShouldBe(Path.Combine(Root, "kept", "here"));

    [Fact]
    public void A_calibration_is_one_new_session_unless_more_or_none_are_asked_for()
    {
        (Read().Runs, Read().Replay).ShouldBe((1, false));
        Read(("runs", "40")).Runs.ShouldBe(40);
        Read(("replay", "")).Replay.ShouldBeTrue();
    }

    [Theory]
    [InlineData("rounds", "9", "from 10 to 200")]
    [InlineData("rounds", "201", "from 10 to 200")]
    [InlineData("rounds", "12.5", "whole number")]
    [InlineData("slot", "0.5", "the first 0.5 s of a slot are not measured")]
    [InlineData("slot", "0.4", "the first 0.5 s of a slot are not measured")]
    [InlineData("slot", "0", "above 0 and at most 600")]
    [InlineData("slot", "601", "above 0 and at most 600")]
    [InlineData("slot", "long", "such as 5")]
    [InlineData("slot", "NaN", "above 0")]
    [InlineData("runs", "0", "from 1 to 10000")]
    [InlineData("runs", "10001", "from 1 to 10000")]
    [InlineData("replay", "perhaps", "neither true nor false")]
    [InlineData("against", "", "needs a value")]
    [InlineData("calibrations", " ", "needs a value")]
    [InlineData("profiles", "normal,paek", "did you mean 'peak'")]
    public void A_value_out_of_range_is_told_with_its_range(string name, string value, string told) =>
        Should.Throw<GateException>(() => Read((name, value))).Message.ShouldContain(told);

    [Fact]
    public void A_release_stands_four_loads_unless_others_are_named()
    {
        Read().SignOffProfiles.Select(p => p.Name).ShouldBe(["normal", "peak", "spike", "soak"]);
        Read(("profiles", "quick, open")).SignOffProfiles.Select(p => p.Name).ShouldBe(["quick", "open"]);
    }

    [Fact]
    public void The_loads_of_a_release_are_scaled_like_any_other()
    {
        var settings = Read(("profiles", "quick"), ("users", "10"), ("time-scale", "0.5"));
        var load = settings.SignOffProfiles.ShouldHaveSingleItem();
        (load.PeakUsers, load.Duration).ShouldBe((settings.Plan.Profile.PeakUsers, settings.Plan.Profile.Duration));
        load.PeakUsers.ShouldBe(10);
    }

    [Fact]
    public void A_rate_scales_an_open_profile_and_is_refused_for_a_closed_one_whatever_a_release_has_to_stand()
    {
        Read(("profile", "open"), ("rate", "5")).Plan.Profile.PeakRate.ShouldBe(5);
        Should.Throw<GateException>(() => Read(("rate", "5"))).Message.ShouldContain("'quick' has none: its load is a number of users");
        Read(("profile", "open"), ("rate", "5"), ("profiles", "quick")).SignOffProfiles.ShouldHaveSingleItem().HasArrivals.ShouldBeFalse();
    }

    [Fact]
    public void Everything_that_can_be_said_of_it_is_read_by_somebody() =>
        Should.NotThrow(() => Reader(null).RefuseUnknown(
            Arguments([.. new[] { "against", "inject", "rounds", "slot", "runs", "replay", "profiles", "calibrations" }.Select(n => (n, "1"))]), Root));

    static string Root => AppContext.BaseDirectory;

    static PerfSettings Read(params (string Name, string Value)[] arguments) => Reader(null).Read(Arguments(arguments), Root);

    static PerfSettings InJob(params (string Name, string Value)[] arguments) => Reader("develop").Read(Arguments(arguments), Root);

    static PerfSettings InJob(string branch) => Reader(branch).Read(Arguments(), Root);

    static SettingsReader Reader(string? branch) => new(new SuiteBook([new ShopSuite()], []), name => name == "GITHUB_BASE_REF" ? branch : null);

    static Dictionary<string, ICollection<string>> Arguments(params (string Name, string Value)[] arguments) =>
        arguments.GroupBy(a => a.Name).ToDictionary(g => g.Key, g => (ICollection<string>)[.. g.Select(a => a.Value)], StringComparer.OrdinalIgnoreCase);

    // In order but for faults, of which it has none.
    sealed class Bare : PerfSuite
    {
        public override string Name => "bare";

        public override string Folder => ".";

        protected override void Define(SuiteBuilder suite) => suite.Users<ShopSuite.Customer>();
    }

    // Injections hold dictionaries, which are equal only to themselves.
    sealed class SamePlan : IEqualityComparer<PairedPlan>
    {
        public bool Equals(PairedPlan? x, PairedPlan? y) =>
            x is not null && y is not null && x.Injection?.Name == y.Injection?.Name && x with { Injection = null } == y with { Injection = null };

        public int GetHashCode(PairedPlan plan) => 0;
    }
}
