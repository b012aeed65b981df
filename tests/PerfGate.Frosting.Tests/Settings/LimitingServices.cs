using PerfGate.Environments.Compose;
using PerfGate.Frosting.Settings;
using PerfGate.Gate.Runs;

namespace PerfGate.Frosting.Tests.Settings;

public sealed class LimitingServices
{
    [Fact]
    public void Memory_and_CPUs_of_a_service_are_one_limit()
    {
        var limits = ServiceLimitArguments.Read(["api:64MiB", "redis:1.5GiB"], ["api:0.5"]);
        limits["api"].ShouldBe(new ServiceLimits(0.5, 64L << 20));
        limits["redis"].ShouldBe(new ServiceLimits(null, 3L << 29));
    }

    [Theory]
    [InlineData("api")]
    [InlineData("api:")]
    [InlineData(":64MiB")]
    [InlineData("api:64")]
    [InlineData("api:-1MiB")]
    [InlineData("api:muchMiB")]
    public void What_is_no_limit_is_told_with_an_example(string memory) =>
        Should.Throw<GateException>(() => ServiceLimitArguments.Read([memory], [])).Message.ShouldContain("--memory=api:64MiB");

    [Fact]
    public void No_service_gets_no_processor() =>
        Should.Throw<GateException>(() => ServiceLimitArguments.Read([], ["api:0"])).Message.ShouldContain("--cpus=api:0.5");
}
