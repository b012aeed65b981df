using Acceptance.Harness;

namespace Acceptance.Repository;

public sealed class TopLevel
{
    static readonly string[] Promised = ["README.md", "build", "build.ps1", "build.sh", "perf", "src", "tests"];

    /// <summary>What tools want to find at the root, besides dotfiles.</summary>
    static readonly string[] Configuration =
        ["BannedSymbols.txt", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "LICENSE", "PerfGate.slnx", "global.json"];

    [Fact]
    public async Task The_root_holds_what_was_promised_and_root_configuration()
    {
        var tracked = await Command.Run(Checkout.Project, "git", ["ls-files", "--cached", "--others", "--exclude-standard"]);
        var names = tracked.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('/')[0]).Distinct();
        names.Where(n => !n.StartsWith('.')).Order(StringComparer.Ordinal).ShouldBe(Promised.Concat(Configuration).Order(StringComparer.Ordinal));
    }
}
