using PerfGate.Gate.Findings;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Tests.Findings;

public sealed class MemoryAtItsLimit
{
    const long MiB = 1 << 20;

    [Fact]
    public void Memory_near_its_limit_is_found_with_its_time()
    {
        var finding = Given.Run.With(Service(second => second >= 20 ? 244 * MiB : 100 * MiB, limit: 256 * MiB)).Look<MemoryNearLimit>().Single();
        finding.Evidence.ShouldBe("'api' used up to 244 MiB of the 256 MiB that it may, 95.3 %, between second 20 and 25.");
        finding.Span().ShouldBe((20, 25));
    }

    [Theory]
    [InlineData(90, true)]
    [InlineData(89, false)]
    public void Nine_tenths_are_near(long used, bool found) =>
        Given.Run.With(Service(_ => used * MiB, limit: 100 * MiB)).Finds<MemoryNearLimit>().ShouldBe(found);

    [Fact]
    public void Without_limit_or_reading_nothing_is_found()
    {
        Given.Run.With(Service(_ => 244 * MiB, limit: null)).Look<MemoryNearLimit>().ShouldBeEmpty();
        Given.Run.With(Service(_ => null, limit: 100 * MiB)).Look<MemoryNearLimit>().ShouldBeEmpty();
    }

    [Fact]
    public void A_service_that_was_refused_memory_is_found_by_its_log() =>
        Given.Run.Saying("out-of-memory", 2, line: "System.OutOfMemoryException").Look<MemoryNearLimit>().Single().Evidence.ShouldContain("OutOfMemoryException");

    static ResourceRecord Service(Func<int, long?> memory, long? limit)
    {
        var values = Enumerable.Range(0, Given.Samples).Select(memory).ToList();
        return Given.Service() with { MemoryBytes = values, PeakMemoryBytes = values.Max(), MemoryLimitBytes = limit };
    }
}
