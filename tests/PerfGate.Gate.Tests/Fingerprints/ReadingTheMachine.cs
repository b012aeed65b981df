using PerfGate.Gate.Fingerprints;

namespace PerfGate.Gate.Tests.Fingerprints;

public sealed class ReadingTheMachine : IDisposable
{
    readonly TempFolder root = new();

    MachineFacts Facts => MachineFacts.Read(new LinuxFiles(root.Path));

    public void Dispose() => root.Dispose();

    [Fact]
    public void This_machine_has_processors_an_operating_system_and_a_runtime()
    {
        var facts = MachineFacts.Read();
        facts.Processors.ShouldBe(Environment.ProcessorCount);
        facts.Os.ShouldNotStartWith(",");
        facts.Runtime.ShouldBe(Environment.Version.ToString());
        (facts.MemoryBytes is null or > 0).ShouldBeTrue();
    }

    [Fact]
    public void On_linux_they_come_from_its_own_files()
    {
        Given("proc/cpuinfo", "processor\t: 0\nmodel name\t: Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz\ncpu MHz\t\t: 2793.437\n");
        Given("proc/meminfo", "MemTotal:        8140908 kB\nMemFree:          100000 kB\n");
        Given("etc/os-release", "PRETTY_NAME=\"Ubuntu 24.04.1 LTS\"\nNAME=\"Ubuntu\"\n");
        (Facts.CpuModel, Facts.MemoryBytes).ShouldBe(("Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz", 8_140_908L * 1024));
        Facts.Os.ShouldStartWith("Ubuntu 24.04.1 LTS, ");
        (Facts.CpuLimit, Facts.MemoryLimitBytes).ShouldBe((null, null));
    }

    [Fact]
    public void Arm_names_implementer_and_part()
    {
        Given("proc/cpuinfo", "processor\t: 0\nCPU implementer\t: 0x41\nCPU part\t: 0xd0c\n");
        Facts.CpuModel.ShouldBe("implementer 0x41 part 0xd0c");
    }

    [Fact]
    public void What_no_file_tells_is_null()
    {
        (Facts.CpuModel, Facts.MemoryBytes, Facts.CpuLimit, Facts.MemoryLimitBytes).ShouldBe((null, null, null, null));
        Facts.Os.ShouldNotStartWith(",");
    }

    [Fact]
    public void Limits_of_version_2_are_the_tightest_up_to_the_root()
    {
        Given("proc/self/cgroup", "0::/ci.slice/job.scope\n");
        Given("sys/fs/cgroup/ci.slice/cpu.max", "150000 100000\n");
        Given("sys/fs/cgroup/ci.slice/job.scope/cpu.max", "max 100000\n");
        Given("sys/fs/cgroup/ci.slice/job.scope/memory.max", "2147483648\n");
        Given("sys/fs/cgroup/memory.max", "max\n");
        (Facts.CpuLimit, Facts.MemoryLimitBytes).ShouldBe((1.5, 2_147_483_648));
    }

    [Fact]
    public void Limits_of_version_2_at_the_mount_itself_hold_inside_a_container()
    {
        Given("proc/self/cgroup", "0::/\n");
        Given("sys/fs/cgroup/cpu.max", "50000 100000\n");
        Facts.CpuLimit.ShouldBe(0.5);
    }

    [Theory]
    [InlineData("0::/../..\n")]
    [InlineData("0::nonsense\n")]
    [InlineData("\n::\n")]
    public void Whatever_the_group_is_called_the_mount_is_looked_at(string groups)
    {
        Given("proc/self/cgroup", groups);
        Given("sys/fs/cgroup/memory.max", "1024\n");
        Facts.MemoryLimitBytes.ShouldBe(1024);
    }

    [Fact]
    public void Limits_of_version_1_are_those_of_their_controllers()
    {
        Given("proc/self/cgroup", "4:memory:/docker/abc\n2:cpu,cpuacct:/docker/abc\n1:name=systemd:/\n");
        Given("sys/fs/cgroup/cpu/docker/abc/cpu.cfs_quota_us", "200000\n");
        Given("sys/fs/cgroup/cpu/docker/abc/cpu.cfs_period_us", "100000\n");
        Given("sys/fs/cgroup/memory/memory.limit_in_bytes", "1073741824\n");
        (Facts.CpuLimit, Facts.MemoryLimitBytes).ShouldBe((2.0, 1_073_741_824));
    }

    [Fact]
    public void No_limit_is_null_however_it_is_spelt()
    {
        Given("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
        Given("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
        Given("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        Given("sys/fs/cgroup/cpu.max", "max 100000\n");
        Given("sys/fs/cgroup/memory.max", "max\n");
        (Facts.CpuLimit, Facts.MemoryLimitBytes).ShouldBe((null, null));
    }

    void Given(string path, string text)
    {
        var file = root.File(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
