using System.Text.RegularExpressions;
using Acceptance.Harness;

namespace Acceptance.Repository;

/// <summary>What the READMEs show is what the files say.</summary>
public sealed partial class Readmes
{
    public static TheoryData<string> All =>
        [.. Directory.EnumerateFiles(Checkout.Project, "README.md", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Checkout.Project, f))
            .Where(f => !f.StartsWith("artifacts", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(All))]
    public void Code_in_a_README_is_code_of_the_file_it_names(string readme)
    {
        foreach (Match snippet in Snippet().Matches(File.ReadAllText(Path.Combine(Checkout.Project, readme))))
            Lines(File.ReadAllText(Path.Combine(Checkout.Project, snippet.Groups["file"].Value)))
                .Contains(Lines(snippet.Groups["code"].Value), StringComparison.Ordinal)
                .ShouldBeTrue($"{readme} shows something else than {snippet.Groups["file"].Value}");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_link_in_a_README_leads_somewhere(string readme)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Checkout.Project, readme))!;
        foreach (Match link in Link().Matches(File.ReadAllText(Path.Combine(Checkout.Project, readme))))
        {
            var target = Path.Combine(folder, link.Groups["path"].Value);
            (File.Exists(target) || Directory.Exists(target)).ShouldBeTrue($"{readme} links to {link.Groups["path"].Value}");
        }
    }

    [Fact]
    public void A_folder_of_source_has_a_README_of_at_most_fifteen_lines()
    {
        foreach (var project in Directory.EnumerateDirectories(Path.Combine(Checkout.Project, "src"), "PerfGate.*"))
            File.ReadLines(Path.Combine(project, "README.md")).Count().ShouldBeLessThanOrEqualTo(15, project);
    }

    static string Lines(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    [GeneratedRegex(@"<!-- file: (?<file>\S+) -->\s*```csharp\n(?<code>.*?)\n\s*```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"\]\((?<path>[^)#:]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
