using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Tests.Runs;

public sealed class CountingInTheSystem
{
    const string Page = """
        # HELP http_requests_total Requests answered.
        # TYPE http_requests_total counter
        http_requests_total{path="/a b",status="200"} 12
        http_requests_total{path="/c } d",status="500"} 3
        http_requests_total_seconds 99
        other 7
        """;

    [Fact]
    public void All_label_sets_of_a_counter_are_added_up() => SystemCount.Sum(Page, "http_requests_total").ShouldBe(15);

    [Fact]
    public void A_counter_without_labels_is_read_too() => SystemCount.Sum(Page, "other").ShouldBe(7);

    [Fact]
    public void A_counter_that_is_not_there_is_missing_and_not_zero() => SystemCount.Sum(Page, "requests").ShouldBeNull();
}
