using PerfGate.Environments.Checks;
using PerfGate.Environments.Embedded;

namespace PerfGate.Environments.Tests.Embedded;

public sealed class Defining
{
    static readonly ServiceDefinition Api = new() { Name = "api", Project = "Api.csproj", ReadyPath = "/health" };

    [Fact]
    public void A_sound_definition_has_no_problems() => new EmbeddedDefinition
    {
        Services = [Api with { Variables = new Dictionary<string, string> { ["DB"] = "{data}/x.db", ["PEER"] = "{url:api}", ["JSON"] = """{"a": {"b":1}}""" } }],
        Migrations = [new MigrationDefinition { Name = "schema", Apply = ["migrate"], Check = ["migrate", "--check"] }],
        PassThrough = ["FAULT_*"],
    }.Problems().ShouldBeEmpty();

    [Fact]
    public void No_services() => Problems([]).ShouldHaveSingleItem().ShouldContain("has no services");

    [Fact]
    public void Two_services_of_one_name() => Problems([Api, Api]).ShouldHaveSingleItem().ShouldContain("Two services are called 'api'");

    [Fact]
    public void Two_services_on_one_port() =>
        Problems([Api with { Port = 81 }, Api with { Name = "web", Port = 81 }]).ShouldHaveSingleItem().ShouldContain("Two services want port 81");

    [Theory]
    [InlineData("Api")]
    [InlineData("../api")]
    [InlineData("")]
    public void A_name_that_could_be_a_path(string name) => Problems([Api with { Name = name }]).ShouldHaveSingleItem().ShouldContain("small letters");

    [Fact]
    public void A_project_and_a_program() => Problems([Api with { Program = "api" }]).ShouldHaveSingleItem().ShouldContain("either Project");

    [Fact]
    public void Neither_a_project_nor_a_program() => Problems([Api with { Project = null }]).ShouldHaveSingleItem().ShouldContain("either Project");

    [Fact]
    public void A_path_without_its_slash() => Problems([Api with { ReadyPath = "health" }]).ShouldHaveSingleItem().ShouldContain("'health'");

    [Fact]
    public void No_time_to_get_ready() => Problems([Api with { ReadyWithin = TimeSpan.Zero }]).ShouldHaveSingleItem().ShouldContain("ReadyWithin");

    [Theory]
    [InlineData(-1)]
    [InlineData(65_536)]
    public void A_port_that_there_is_not(int port) => Problems([Api with { Port = port }]).ShouldHaveSingleItem().ShouldContain($"port {port}");

    [Fact]
    public void A_secret_that_is_no_variable() => Problems([Api with { Secrets = ["KEY"] }]).ShouldHaveSingleItem().ShouldContain("'KEY'");

    [Theory]
    [InlineData("{database}")]
    [InlineData("{port:web}")]
    [InlineData("{data:api}")]
    public void A_placeholder_that_nobody_knows(string placeholder) =>
        Problems([Api with { Arguments = [placeholder] }]).ShouldHaveSingleItem().ShouldContain(placeholder);

    [Fact]
    public void Handing_on_a_secret() => new EmbeddedDefinition { Services = [Api], PassThrough = ["GITHUB_TOKEN"] }
        .Problems().ShouldHaveSingleItem().ShouldContain("looks like a secret");

    [Fact]
    public void A_migration_by_a_service_that_there_is_not() => new EmbeddedDefinition
    {
        Services = [Api],
        Migrations = [new MigrationDefinition { Name = "schema", Service = "db", Apply = [], Check = [] }],
    }.Problems().ShouldHaveSingleItem().ShouldContain("service 'db'");

    [Fact]
    public void All_problems_are_told_together_and_nothing_can_be_made_of_them()
    {
        var broken = new EmbeddedDefinition { Services = [Api with { Port = -1, ReadyPath = "x" }], DefinedIn = "Suite.cs" };

        var refused = Should.Throw<EnvironmentException>(() => new EmbeddedEnvironment(
            broken, new EnvironmentOptions { RunId = "r", RunFolder = "/nowhere", Root = "/" }, TimeProvider.System));

        refused.Message.ShouldContain("Suite.cs");
        refused.Message.ShouldContain("port -1");
        refused.Message.ShouldContain("ReadyPath 'x'");
    }

    [Fact]
    public async Task Its_checks_look_for_its_projects_and_its_ports()
    {
        var definition = new EmbeddedDefinition { Services = [Api with { Port = Ports.PickFree() }], DefinedIn = "Suite.cs" };

        var report = await Preflight.RunAsync(definition.Checks("/nowhere"), CancellationToken.None);

        report.Results.Select(result => result.Text).ShouldBe(
            ["environment in order", "Api.csproj is not there", $"port {definition.Services[0].Port} is free"]);
    }

    static List<string> Problems(IReadOnlyList<ServiceDefinition> services) => [.. new EmbeddedDefinition { Services = services }.Problems()];
}
