using System.Collections;
using PerfGate.Environments.Checks;
using PerfGate.Gate.Suites;
using PerfGate.Load;

namespace PerfGate.Gate.Tests.Suites;

public sealed class NamingLimits
{
    [Fact]
    public async Task A_name_that_no_endpoint_has_is_a_warning_with_a_guess()
    {
        var suite = Defined(s => s.Targets(t => t.For("/note/{id}", one => one.P50(1, 2, 3).P95(1, 2, 3))));
        var told = (await new LimitedNamesCheck(suite).RunAsync(CancellationToken.None)).ShouldHaveSingleItem();
        told.Outcome.ShouldBe(PreflightOutcome.Warning);
        told.Text.ShouldBe("limits: The targets p50, p95 name '/note/{id}', which no Endpoint of the suite has; did you mean '/notes/{id}'?");
        told.Advice.ShouldNotBeNull().ShouldContain("r.Named(…)");
        Mistakes(suite).ShouldBeEmpty("a request may be given that name");
    }

    [Fact]
    public void Without_a_name_that_is_close_nothing_is_guessed() =>
        Strangers(s => s.Targets(t => t.For("/something/else/altogether", one => one.P95(1, 2, 3))))
            .ShouldBe(["The target p95 names '/something/else/altogether', which no Endpoint of the suite has."]);

    [Fact]
    public void A_method_and_a_name_as_reports_print_them_is_a_mistake()
    {
        Mistakes(Defined(s => s.Targets(t => t.For("GET /notes/{id}", one => one.P95(1, 2, 3)))))
            .ShouldBe(["The target p95 names 'GET /notes/{id}', which is a method and a name: write '/notes/{id}', or pass the Endpoint itself."]);
        Strangers(s => s.Targets(t => t.For("GET /note/{id}", one => one.P95(1, 2, 3)))).ShouldHaveSingleItem().ShouldEndWith("did you mean '/notes/{id}'?");
    }

    [Fact]
    public void Criteria_are_looked_at_too()
    {
        Strangers(s => s.Criteria(c => c.P95(1.Seconds(), "/notes", "/nodes"))).ShouldHaveSingleItem()
            .ShouldBe("The success criterion p95 names '/nodes', which no Endpoint of the suite has; did you mean '/notes'?");
        Strangers(s => s.Criteria(c => c.P95(1.Seconds(), Endpoint.Get("/elsewhere")))).ShouldBeEmpty();
        Mistakes(Defined(s => s.Criteria(c => c.P95(1.Seconds(), "POST /notes")))).ShouldHaveSingleItem().ShouldContain("write '/notes'");
    }

    [Theory]
    [InlineData("/notes")]
    [InlineData("/notes/{id}")]
    [InlineData("Buy (1h)")]
    [InlineData("/in/a/list")]
    [InlineData("/made/anew")]
    [InlineData("/in/an/array")]
    public void Endpoints_are_found_wherever_they_stand(string name) =>
        Strangers(s => s.Targets(t => t.For(name, one => one.P95(1, 2, 3)))).ShouldBeEmpty();

    [Fact]
    public void An_endpoint_itself_is_never_a_stranger() =>
        Strangers(s => s.Targets(t => t.For(Endpoint.Get("/elsewhere"), one => one.P95(1, 2, 3)))).ShouldBeEmpty();

    [Fact]
    public void Without_users_nothing_is_known_and_nothing_said() =>
        LimitedNames.Strangers(new Sketch(s => s.Targets(t => t.For("/x", one => one.P95(1, 2, 3)))).Build(AppContext.BaseDirectory)).ShouldBeEmpty();

    static IReadOnlyList<string> Strangers(Action<SuiteBuilder> define) => [.. LimitedNames.Strangers(Defined(define))];

    static IEnumerable<string> Mistakes(SuiteDefinition suite) => suite.Problems().Where(p => p.Contains("name", StringComparison.Ordinal));

    static SuiteDefinition Defined(Action<SuiteBuilder> define) => new Sketch(suite => define(suite.Users<Writer>())).Build(AppContext.BaseDirectory);

    sealed class Sketch(Action<SuiteBuilder> define) : PerfSuite
    {
        public override string Name => "sketch";

        public override string Folder => ".";

        protected override void Define(SuiteBuilder suite) => define(suite);
    }

    public sealed class Writer : VirtualUser
    {
        static readonly Endpoint List = Endpoint.Get("/notes?page=1");
        static readonly Endpoint Add = Endpoint.Post("/notes");
        static readonly Dictionary<int, Endpoint> Purchases = new() { [1] = Endpoint.Post("/buy").Named("Buy (1h)") };
        static readonly Hashtable Untyped = new(StringComparer.Ordinal) { ["x"] = "not an endpoint" };

        public static IEnumerable<Endpoint> Several => new List<Endpoint> { Endpoint.Get("/in/a/list") };

        internal static Endpoint One { get; } = Endpoint.Get("/notes/{id}");

        static Endpoint MadeAnew => Endpoint.Get("/made/anew");

        static Endpoint[] Array { get; } = [Endpoint.Get("/in/an/array")];

        static Endpoint Broken => throw new InvalidOperationException("never mind");

        [UserTask]
        public Task Write(UserContext user) => Task.FromResult((List, Add, Purchases, Untyped, MadeAnew, Array, Broken));
    }
}
