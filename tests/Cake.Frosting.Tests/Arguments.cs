using Cake.Common;
using Cake.Frosting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Tests;

public sealed class Arguments
{
    [Theory]
    [InlineData("--profile=soak")]
    [InlineData("--profile", "soak")]
    [InlineData("--PROFILE=soak")]
    public void What_the_host_does_not_know_is_for_the_build_to_read(params string[] args) =>
        Read(args, context => context.Argument<string>("profile")).ShouldBe("soak");

    [Theory]
    [InlineData("-n", "3")]
    [InlineData("-n=3")]
    public void One_letter_names_take_one_dash(params string[] args) =>
        Read(args, context => context.Argument<int>("n")).ShouldBe("3");

    [Fact]
    public void Values_are_converted() =>
        Read(["--users=250"], context => context.Argument("users", 10) + 1).ShouldBe("251");

    [Fact]
    public void An_argument_that_was_not_given_has_its_default() =>
        Read([], context => context.Argument("users", 10)).ShouldBe("10");

    [Fact]
    public void A_bare_flag_is_present_and_has_no_value() =>
        Read(["--strict"], context => $"{context.HasArgument("strict")}, {context.Arguments.GetArguments("strict").Single() ?? "null"}")
            .ShouldBe("True, null");

    [Fact]
    public void A_flag_that_was_not_given_is_absent() =>
        Read([], context => context.HasArgument("strict")).ShouldBe("False");

    [Fact]
    public void Repeated_arguments_keep_every_value_in_order() =>
        Read(["--tag=a", "--tag=b", "--tag", "c"], context => string.Join(' ', context.Arguments.GetArguments("tag"))).ShouldBe("a b c");

    [Fact]
    public void A_value_may_hold_equals_signs_and_spaces() =>
        Read(["--host=http://127.0.0.1:80/?a=b c"], context => context.Argument<string>("host")).ShouldBe("http://127.0.0.1:80/?a=b c");

    [Fact]
    public void The_target_is_an_argument_too() =>
        Read([], context => context.Argument<string>("target")).ShouldBe("Reader");

    [Fact]
    public void A_required_argument_that_is_missing_fails_the_build_by_name()
    {
        var build = Build(context => context.Argument<string>("suite")).Run("--target=Reader");
        build.ExitCode.ShouldBe(-1);
        build.Output.ShouldContain("suite");
    }

    [Fact]
    public void An_unknown_verbosity_is_refused_before_anything_runs()
    {
        var build = Build(_ => "ran").Run("--target=Reader", "--verbosity=loud");
        build.ExitCode.ShouldBe(-1);
        build.Journal.ShouldBeEmpty();
        build.Output.ShouldContain("loud");
    }

    [Fact]
    public void A_word_without_a_name_is_refused_before_anything_runs()
    {
        var build = Build(_ => "ran").Run("Reader");
        build.ExitCode.ShouldBe(-1);
        build.Journal.ShouldBeEmpty();
        build.Output.ShouldContain("Unknown command 'Reader'.");
    }

    static string Read(string[] args, Func<JournalContext, object> read)
    {
        var build = Build(read).Run(["--target=Reader", .. args]);
        build.ExitCode.ShouldBe(0, build.Output);
        return build.Journal.ShouldHaveSingleItem();
    }

    static TestBuild Build(Func<JournalContext, object> read) =>
        TestBuild.Of(typeof(Reader)).With(host => host.ConfigureServices(services => services.AddSingleton(read)));

    sealed class Reader(Func<JournalContext, object> read) : FrostingTask<JournalContext>
    {
        public override void Run(JournalContext context) => context.Note(read(context).ToString()!);
    }
}
