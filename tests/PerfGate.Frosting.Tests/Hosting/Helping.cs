using PerfGate.Frosting.Hosting;
using PerfGate.Frosting.Settings;

namespace PerfGate.Frosting.Tests.Hosting;

public sealed class Helping
{
    [Fact]
    public void The_help_names_every_target_setting_suite_and_exit_code()
    {
        using var text = new StringWriter();
        Help.Write(text, new SuiteBook([new ShopSuite()], [new BuildArgument("tests", "only some tests")]));
        var help = text.ToString();
        foreach (var argument in PerfArguments.All.Concat(PerfArguments.OfCake)) help.ShouldContain($"--{argument.Name}");
        foreach (var word in new[] { "PerfPreflight", "PerfBaseline", "PerfPair", "PerfCalibrate", "PerfSignOff", "Suite shop", "soak", "equals, customers", "--coupon", "--tests", "130" }) help.ShouldContain(word);
    }

    [Theory]
    [InlineData("--help", true)]
    [InlineData("-h", true)]
    [InlineData("--target=Perf", false)]
    public void It_is_asked_for_in_the_usual_ways(string argument, bool asked) => Help.IsAskedFor([argument]).ShouldBe(asked);
}
