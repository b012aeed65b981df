using PerfGate.Frosting.Hosting;
using PerfGate.Frosting.Settings;
using PerfGate.Gate.Runs;
using PerfGate.GitHub;

namespace PerfGate.Frosting.Tests.Settings;

public sealed class ReadingSettings
{
    readonly SettingsReader reader = new(new SuiteBook([new ShopSuite()], [new BuildArgument("tests", "")]), _ => null);

    [Fact]
    public void Without_arguments_it_is_the_first_suite_under_quick_load_from_seed_one()
    {
        var settings = Read();
        settings.Plan.Suite.Name.ShouldBe("shop");
        settings.Plan.Profile.Name.ShouldBe("quick");
        settings.Plan.Profile.PeakUsers.ShouldBe(100);
        settings.Plan.Seed.ShouldBe(1);
        settings.Strict.ShouldBeFalse();
        settings.From.ShouldBeNull();
    }

    [Fact]
    public void Users_and_time_scale_change_the_profile()
    {
        var profile = Read(("users", "10"), ("time-scale", "0.5")).Plan.Profile;
        profile.PeakUsers.ShouldBe(10);
        profile.Duration.ShouldBe(TimeSpan.FromSeconds(19));
    }

    [Fact]
    public void A_mix_takes_the_place_of_the_suites_own_users()
    {
        Shares().ShouldBe([("Customer", 9), ("Seller", 1)]);
        Shares(("mix", "equals")).ShouldBe([("Customer", 1), ("Seller", 1)]);
        Shares(("mix", "customers")).ShouldBe([("Customer", 1)]);

        IEnumerable<(string Name, int Weight)> Shares(params (string Name, string Value)[] arguments) =>
            Read(arguments).Plan.Users.Select(u => (u.Name, u.Weight));
    }

    [Fact]
    public void The_command_that_repeats_the_run_names_its_mix() =>
        Read(("mix", "equals")).Plan.Command.ShouldBe("./build.sh --target=Perf --mix=equals");

    [Fact]
    public void Lists_are_separated_by_commas_or_given_again() =>
        Read(("tags", "a,b"), ("tags", "c")).Plan.Tags.ShouldBe(["a", "b", "c"]);

    [Fact]
    public void Options_of_the_suite_reach_its_users() =>
        Read(("coupon", "abc")).Plan.Options["coupon"].ShouldBe("abc");

    [Fact]
    public void The_command_that_repeats_the_run_masks_secrets_and_quotes_the_rest() =>
        Read(("password", "hush"), ("coupon", "a b"), ("seed", "7")).Plan.Command
            .ShouldBe("./build.sh --target=Perf --coupon='a b' --password=*** --seed=7");

    [Theory]
    [InlineData("strict", "", true)]
    [InlineData("strict", "false", false)]
    public void A_flag_needs_no_value(string name, string value, bool strict) => Read((name, value)).Strict.ShouldBe(strict);

    [Theory]
    [InlineData("suite", "shp", "did you mean 'shop'")]
    [InlineData("profile", "pek", "did you mean 'peak'")]
    [InlineData("profile", "qiuck", "did you mean 'quick'")]
    [InlineData("mix", "equal", "did you mean 'equals'?). It has: equals, customers")]
    [InlineData("users", "0", "from 1 to 100000")]
    [InlineData("users", "1.5", "whole number")]
    [InlineData("time-scale", "0", "above 0")]
    [InlineData("time-scale", "NaN", "above 0")]
    [InlineData("seed", "-1", "from 0 to")]
    [InlineData("port", "70000", "65535")]
    [InlineData("strict", "maybe", "neither true nor false")]
    [InlineData("profile", "", "needs a value")]
    [InlineData("environment", "mars", "'mars'")]
    [InlineData("comment", "sometimes", "on-change")]
    [InlineData("pr", "0", "from 1 to")]
    public void A_value_out_of_range_is_told_with_its_range(string name, string value, string told) =>
        Should.Throw<GateException>(() => Read((name, value))).Message.ShouldContain(told);

    [Fact]
    public void A_suite_that_cannot_run_tells_all_its_problems_at_once()
    {
        var broken = new SettingsReader(new SuiteBook([new EmptySuite()], []), _ => null);
        var message = Should.Throw<GateException>(() => broken.Read(Arguments(), "/")).Message;
        message.ShouldContain("no users");
        message.ShouldContain("Embedded");
    }

    [Fact]
    public void What_nobody_reads_is_refused_and_what_somebody_reads_is_not()
    {
        reader.RefuseUnknown(Arguments(("target", "Perf"), ("tests", "x"), ("coupon", "x"), ("users", "1")), Root);
        Should.Throw<GateException>(() => reader.RefuseUnknown(Arguments(("cupon", "x")), Root)).Message.ShouldContain("--cupon (did you mean 'coupon'?)");
    }

    [Fact]
    public void Commands_name_the_suite_only_where_the_build_has_several()
    {
        Read().Plan.SuiteArgument.ShouldBe("");
        var several = new SettingsReader(new SuiteBook([new ShopSuite(), new EmptySuite()], []), _ => null);
        several.Read(Arguments(), Root).Plan.SuiteArgument.ShouldBe(" --suite=shop");
    }

    [Fact]
    public void The_job_summary_is_where_GitHub_says() =>
        new SettingsReader(new SuiteBook([new ShopSuite()], []), name => name == "GITHUB_STEP_SUMMARY" ? "/tmp/page" : null)
            .Read(Arguments(), Root).JobSummary.ShouldBe("/tmp/page");

    [Theory]
    [InlineData("on-failure", CommentMode.OnFailure)]
    [InlineData("never", CommentMode.Never)]
    public void When_to_comment_is_said_in_words(string said, CommentMode mode) => Read(("comment", said)).Comment.ShouldBe(mode);

    [Fact]
    public void Nobody_is_told_on_GitHub_unless_it_is_a_job_or_a_pull_request_is_named()
    {
        Read().TellsGitHub.ShouldBeFalse();
        Read(("pr", "12")).TellsGitHub.ShouldBeFalse("there is no token");
        var job = new SettingsReader(new SuiteBook([new ShopSuite()], []), name => name == "GITHUB_RUN_ID" ? "5" : null);
        job.Read(Arguments(), Root).TellsGitHub.ShouldBeTrue();
    }

    static string Root => AppContext.BaseDirectory;

    PerfSettings Read(params (string Name, string Value)[] arguments) => reader.Read(Arguments(arguments), Root);

    static Dictionary<string, ICollection<string>> Arguments(params (string Name, string Value)[] arguments) =>
        arguments.GroupBy(a => a.Name).ToDictionary(g => g.Key, g => (ICollection<string>)[.. g.Select(a => a.Value)], StringComparer.OrdinalIgnoreCase);
}
