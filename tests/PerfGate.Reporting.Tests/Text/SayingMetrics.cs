using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Tests.Text;

public sealed class SayingMetrics
{
    [Theory]
    [InlineData("p50", 3_410, "3.41 ms")]
    [InlineData("p99", 340, "340 µs")]
    [InlineData("p999", 1_200_000, "1.2 s")]
    [InlineData("cpuPerRequest", 742.4, "742 µs")]
    [InlineData("cpuPerRequest", 11_300, "11.3 ms")]
    [InlineData("errorRate", 0.012, "1.2 %")]
    [InlineData("requestsPerSecond", 50.7, "50.7/s")]
    [InlineData("allocations", 12_345, "12,345")]
    [InlineData("p", 7, "7")]
    public void A_value_carries_the_unit_of_its_metric_and_one_that_is_not_known_none(string metric, double value, string said) =>
        Metric.Of(metric).Compared(value).ShouldBe(said);

    [Fact]
    public void It_has_a_name_for_people()
    {
        Metric.Of("cpuPerRequest").Label.ShouldBe("CPU per request");
        Metric.Of("cpuPerRequest").Compared(null).ShouldBe("–");
        Metric.Of("allocations").Compared(null).ShouldBe("–");
        Metric.Of("cpuPerRequest").Worse(0.03).ShouldBe(true);
    }
}
