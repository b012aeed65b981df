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
}
