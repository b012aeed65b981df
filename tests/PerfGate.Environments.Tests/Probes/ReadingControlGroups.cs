using PerfGate.Environments.Probes.Containers;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Probes;

/// <summary>From folders that look like the kernel's.</summary>
public sealed class ReadingControlGroups : IDisposable
{
    const string Id = "d028f2f812e7cf9ca3c8399a28c199de60d2d38173e90f2a428f3bcac41dc3dc";

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Version_2_has_one_folder_and_microseconds()
    {
        var group = $"system.slice/docker-{Id}.scope";
        folder.Write($"{group}/cpu.stat", "usage_usec 2500000\nuser_usec 2000000\nsystem_usec 500000\nnr_periods 40\nnr_throttled 30\nthrottled_usec 1500000\n");
        folder.Write($"{group}/memory.current", "52428800\n");
        folder.Write($"{group}/memory.stat", "anon 41943040\nfile 10485760\ninactive_anon 7\ninactive_file 2428800\n");
        folder.Write($"{group}/memory.events", "low 0\nhigh 0\nmax 12\noom 2\noom_kill 1\noom_group_kill 0\n");

        var files = ContainerFiles.Find($"0::/{group}\n", Mounts(), Id).ShouldNotBeNull();

        files.Read().ShouldBe(new ContainerUsage(2.5, 50_000_000, 1.5, 30, 10, 1));
    }

    [Fact]
    public void Version_1_has_a_folder_for_each_controller_and_nanoseconds()
    {
        folder.Write($"cpuacct/docker/{Id}/cpuacct.usage", "2500000000\n");
        folder.Write($"cpu/docker/{Id}/cpu.stat", "nr_periods 40\nnr_throttled 30\nthrottled_time 1500000000\n");
        folder.Write($"memory/docker/{Id}/memory.usage_in_bytes", "52428800\n");
        folder.Write($"memory/docker/{Id}/memory.stat", "inactive_file 1\ntotal_inactive_file 2428800\n");
        folder.Write($"memory/docker/{Id}/memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 1\n");

        var files = ContainerFiles.Find($"4:memory:/docker/{Id}\n2:cpuacct:/docker/{Id}\n1:cpu:/docker/{Id}\n0::/docker/{Id}\n", Mounts(), Id);

        files.ShouldNotBeNull().Read().ShouldBe(new ContainerUsage(2.5, 50_000_000, 1.5, 30, 10, 1));
    }

    [Fact]
    public void Groups_that_a_container_makes_for_itself_are_not_all_of_it()
    {
        folder.Write($"docker/{Id}/cpu.stat", "usage_usec 2000000\n");
        folder.Write($"docker/{Id}/init.scope/cpu.stat", "usage_usec 1000000\n");

        var files = ContainerFiles.Find($"0::/docker/{Id}/init.scope\n", Mounts(), Id);

        files.ShouldNotBeNull().Read().CpuSeconds.ShouldBe(2);
    }

    [Fact]
    public void What_a_kernel_does_not_count_is_null()
    {
        folder.Write($"docker/{Id}/cpu.stat", "usage_usec 2000000\n");

        ContainerFiles.Find($"0::/docker/{Id}\n", Mounts(), Id).ShouldNotBeNull().Read()
            .ShouldBe(new ContainerUsage(2, null, null, null, null, null));
    }

    [Fact]
    public void A_process_of_somebody_else_is_not_the_container()
    {
        folder.Write("user.slice/cpu.stat", "usage_usec 2000000\n");

        ContainerFiles.Find("0::/user.slice\n", Mounts(), Id).ShouldBeNull();
    }

    [Fact]
    public void Groups_that_are_not_mounted_here_cannot_be_read() => ContainerFiles.Find($"0::/docker/{Id}\n", "", Id).ShouldBeNull();

    string Mounts() =>
        $"""
        23 1 254:0 / / rw,relatime - ext4 /dev/root rw
        32 31 0:29 / {folder.At("cpu")} rw,relatime - cgroup cgroup rw,cpu
        33 31 0:30 / {folder.At("cpuacct")} rw,relatime shared:9 - cgroup cgroup rw,cpuacct
        35 31 0:32 / {folder.At("memory")} rw,relatime - cgroup cgroup rw,memory
        41 31 0:38 / {folder.Root} rw,relatime - cgroup2 cgroup2 rw
        """;
}
