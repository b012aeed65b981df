using PerfGate.Frosting.Hosting;

namespace PerfGate.Frosting.Tests.Hosting;

public sealed class ChoosingSuites
{
    [Theory]
    [InlineData("--target=Perf", "")]
    [InlineData("--target=Perf --suite=shop", "shop")]
    [InlineData("--suite=shop,accounts --target=Perf", "shop accounts")]
    [InlineData("--suite=shop --suite=accounts", "shop accounts")]
    [InlineData("--suite=shop,SHOP,accounts,", "shop accounts")]
    [InlineData("--suite=all", "accounts shop")]
    public void They_are_taken_in_the_order_asked_for_each_once(string args, string names) =>
        SuiteSequence.Of(args.Split(' '), ["accounts", "shop"]).Names.ShouldBe(names.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Each_is_run_as_if_it_had_been_asked_for_alone() =>
        SuiteSequence.ArgsFor("shop", ["--suite=shop,accounts", "--target=Perf", "--users=5"]).ShouldBe(["--target=Perf", "--users=5", "--suite=shop"]);
}
