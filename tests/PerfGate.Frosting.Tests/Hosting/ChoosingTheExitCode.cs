using PerfGate.Frosting.Hosting;

namespace PerfGate.Frosting.Tests.Hosting;

public sealed class ChoosingTheExitCode
{
    [Theory]
    [InlineData(0, null, false, 0)]
    [InlineData(0, 0, false, 0)]
    [InlineData(-1, null, false, 1)]
    [InlineData(-1, 2, false, 2)]
    [InlineData(-1, 3, false, 3)]
    [InlineData(-1, 4, false, 4)]
    [InlineData(-1, null, true, 130)]
    [InlineData(-1, 2, true, 130)]
    [InlineData(-1, 0, false, 1)]
    public void Cake_says_whether_and_the_gate_says_why(int cake, int? judged, bool cancelled, int code) =>
        ExitCodes.Of(cake, judged, cancelled).ShouldBe(code);

    [Theory]
    [InlineData(new[] { 0, 0 }, 0)]
    [InlineData(new[] { 0, 3 }, 3)]
    [InlineData(new[] { 4, 3 }, 4)]
    [InlineData(new[] { 1, 4 }, 1)]
    [InlineData(new[] { 1, 2 }, 2)]
    [InlineData(new[] { 2, 130 }, 130)]
    public void Several_suites_end_as_the_gravest_of_them(int[] suites, int code) => ExitCodes.Of(suites).ShouldBe(code);
}
