using System.Xml.Linq;
using Acceptance.Harness;

namespace Acceptance.Repository;

/// <summary>Arrows between projects point one way: build -> perf -> Gate -> {Load -> Statistics, Environments}, build -> Frosting -> {Gate, Reporting -> Gate}.</summary>
public sealed class Arrows
{
    static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["build"] = ["PerfGate.Frosting", "Cake.Frosting", "Zenzefi", "CoreVia"],
        ["Zenzefi"] = ["PerfGate.Gate"],
        ["Zenzefi.Api"] = ["ReferenceSystem"],
        ["CoreVia"] = ["PerfGate.Gate"],
        ["CoreVia.Api"] = ["ReferenceSystem"],
        ["ReferenceSystem"] = [],
        ["PerfGate.Frosting"] = ["PerfGate.Gate", "PerfGate.GitHub", "PerfGate.Reporting", "Cake.Frosting"],
        ["PerfGate.GitHub"] = ["Octokit"],
        ["PerfGate.Reporting"] = ["PerfGate.Gate"],
        ["PerfGate.Gate"] = ["PerfGate.Statistics", "PerfGate.Load", "PerfGate.Environments"],
        ["PerfGate.Environments"] = ["Docker.DotNet"],
        ["PerfGate.Load"] = ["PerfGate.Statistics"],
        ["PerfGate.Statistics"] = [],
        ["Cake.Frosting"] = [],
        ["Docker.DotNet"] = [],
        ["Octokit"] = [],
    };

    public static TheoryData<string> Projects => [.. ProjectFiles().Where(p => !p.Contains("/tests/", StringComparison.Ordinal)).Select(p => Path.GetFileNameWithoutExtension(p))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_lies_below_it(string project)
    {
        Allowed.ShouldContainKey(project, "a new project needs a place among the arrows: src/, the design and this table");
        References(ProjectFiles().Single(p => Path.GetFileNameWithoutExtension(p) == project)).Except(Allowed[project]).ShouldBeEmpty();
    }

    [Fact]
    public void A_test_project_references_the_project_that_it_is_named_after()
    {
        foreach (var file in ProjectFiles().Where(p => p.Contains("/tests/", StringComparison.Ordinal) && p.EndsWith(".Tests.csproj", StringComparison.Ordinal)))
            References(file).ShouldContain(Path.GetFileNameWithoutExtension(file).Replace(".Tests", "", StringComparison.Ordinal), file);
    }

    [Fact]
    public void The_benchmarks_measure_the_load_engine_and_need_no_gate() =>
        References(ProjectFiles().Single(p => Path.GetFileName(p) == "Benchmarks.csproj")).ShouldBe(["PerfGate.Environments", "PerfGate.Load"], ignoreOrder: true);

    [Fact]
    public void The_solution_holds_every_project_but_the_substitutes_which_are_built_when_referenced()
    {
        var listed = XDocument.Load(Path.Combine(Checkout.Project, "PerfGate.slnx")).Descendants("Project").Select(p => p.Attribute("Path")!.Value);
        ProjectFiles().Select(p => Path.GetRelativePath(Checkout.Project, p))
            .Where(p => !p.StartsWith("src/Substitutes", StringComparison.Ordinal)).Except(listed).ShouldBeEmpty();
    }

    static IEnumerable<string> ProjectFiles() =>
        Directory.EnumerateFiles(Checkout.Project, "*.csproj", SearchOption.AllDirectories)
            .Where(p => !Path.GetRelativePath(Checkout.Project, p).StartsWith("artifacts", StringComparison.Ordinal));

    static IEnumerable<string> References(string file)
    {
        var project = XDocument.Load(file);
        return project.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))
            .Concat(project.Descendants("NamedPackage").Select(r => r.Attribute("Include")!.Value));
    }
}
