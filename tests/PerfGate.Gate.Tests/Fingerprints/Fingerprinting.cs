using PerfGate.Gate.Fingerprints;
using PerfGate.Load;
using PerfGate.Load.Profiles;

namespace PerfGate.Gate.Tests.Fingerprints;

public sealed class Fingerprinting
{
    static readonly Fingerprint Usual = Fingerprint.Of(Samples.Machine, Samples.Workload);

    public static TheoryData<string, MachineFacts> OtherMachines => new()
    {
        { "CPU", Samples.Machine with { CpuModel = "AMD EPYC 9654" } },
        { "CPU", Samples.Machine with { CpuModel = null } },
        { "processors", Samples.Machine with { Processors = 4 } },
        { "memory", Samples.Machine with { MemoryBytes = 16_500_000_000 } },
        { "memory", Samples.Machine with { MemoryBytes = null } },
        { "OS", Samples.Machine with { Os = "Debian GNU/Linux 13 (trixie), x64" } },
        { ".NET", Samples.Machine with { Runtime = "10.0.1" } },
        { "GC", Samples.Machine with { GcMode = "server, concurrent" } },
        { "container CPU limit", Samples.Machine with { CpuLimit = 1.5 } },
        { "container memory limit", Samples.Machine with { MemoryLimitBytes = 1L << 30 } },
    };

    public static TheoryData<string, Workload> OtherWorkloads => new()
    {
        { "suite", Samples.Workload with { Suite = "Store" } },
        { "suite", Samples.Workload with { SuiteFacts = ["ShopUser 2"] } },
        { "suite", Samples.Workload with { SuiteFacts = ["ShopUser", " 1"] } },
        { "profile", Samples.Workload with { Profile = Samples.Workload.Profile with { Name = "peak" } } },
        { "profile", Samples.Workload with { Profile = Samples.Workload.Profile.ScaledToPeak(20) } },
        { "profile", Samples.Workload with { Profile = Samples.Workload.Profile.ScaledInTime(2) } },
        { "environment", Samples.Workload with { Environment = "compose" } },
        { "engine", Samples.Workload with { Engine = "perfgate/lean" } },
    };

    [Fact]
    public void It_is_twelve_hexadecimal_digits_and_the_same_today_and_tomorrow()
    {
        // Baselines are kept in folders of this name: when it changes, every baseline is lost, so change it on purpose only.
        Usual.Hash.ShouldBe("35c65bd673a1");
        Fingerprint.Of(Samples.Machine, Samples.Workload).Hash.ShouldBe(Usual.Hash);
    }

    [Theory]
    [MemberData(nameof(OtherMachines))]
    public void Another_machine_is_another_fingerprint_and_the_part_says_why(string part, MachineFacts machine) =>
        DiffersIn(part, Fingerprint.Of(machine, Samples.Workload));

    [Theory]
    [MemberData(nameof(OtherWorkloads))]
    public void Another_workload_is_another_fingerprint_and_the_part_says_why(string part, Workload workload) =>
        DiffersIn(part, Fingerprint.Of(Samples.Machine, workload));

    [Fact]
    public void Another_rate_pool_spread_or_shape_is_another_profile()
    {
        Profile[] profiles =
        [
            Open(p => p.HoldRate(5, 1.Seconds())), Open(p => p.HoldRate(5.5, 1.Seconds())), Open(p => p.HoldRate(5, 1.Seconds()).Poisson()),
            Open(p => p.HoldRate(5, 1.Seconds()).Pool(20)), Open(p => p.Shape(t => t < 1.Seconds() ? 5 : null)),
            Open(p => p.Shape(t => t >= 1.Seconds() ? null : t == 500.Milliseconds() ? 6 : 5)),
        ];
        profiles.Select(p => Fingerprint.Of(Samples.Machine, Samples.Workload with { Profile = p }).Hash).Distinct().Count().ShouldBe(6);

        static Profile Open(Func<ProfileBuilder, ProfileBuilder> define) => define(new ProfileBuilder()).Build("quick");
    }

    [Theory]
    [InlineData(7_600_000_000, "8 GiB class")]
    [InlineData(8_300_000_000, "8 GiB class")]
    [InlineData(8_589_934_592, "8 GiB class")]
    [InlineData(16_700_000_000, "16 GiB class")]
    [InlineData(500_000_000, "0.5 GiB class")]
    public void Memory_counts_by_its_class(long bytes, string name) =>
        Fingerprint.Of(Samples.Machine with { MemoryBytes = bytes }, Samples.Workload).Parts["memory"].ShouldBe(name);

    [Fact]
    public void The_measured_clock_rate_is_no_part_of_it() =>
        Usual.Parts.Keys.ShouldBe(
        [
            "CPU", "processors", "memory", "OS", ".NET", "GC", "container CPU limit", "container memory limit", "environment", "engine",
            "suite", "profile",
        ]);

    [Fact]
    public void Nothing_said_about_a_limit_is_no_limit_and_nothing_known_is_unknown()
    {
        var bare = Fingerprint.Of(Samples.Machine with { CpuModel = null, MemoryBytes = null }, Samples.Workload);
        (bare.Parts["CPU"], bare.Parts["memory"], bare.Parts["container CPU limit"]).ShouldBe(("unknown", "unknown", "none"));
    }

    [Fact]
    public void A_stage_that_becomes_warm_up_is_another_profile()
    {
        var stages = Samples.Workload.Profile.Stages;
        var other = Samples.Workload with { Profile = new Profile("quick", [stages[0], stages[1] with { WarmUp = true }]) };
        DiffersIn("profile", Fingerprint.Of(Samples.Machine, other));
    }

    static void DiffersIn(string part, Fingerprint other)
    {
        other.Hash.ShouldNotBe(Usual.Hash);
        Fingerprint.Differences(Usual.Parts, other.Parts).ShouldHaveSingleItem()
            .ShouldBe($"{part}: {Usual.Parts[part]} there, {other.Parts[part]} here");
    }
}
