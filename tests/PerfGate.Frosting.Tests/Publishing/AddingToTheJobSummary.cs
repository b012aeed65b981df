using PerfGate.Frosting.Publishing;

namespace PerfGate.Frosting.Tests.Publishing;

public sealed class AddingToTheJobSummary : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("perfgate-tests-").FullName;

    [Fact]
    public void Keeps_what_other_steps_wrote()
    {
        var page = Path.Combine(folder, "page.md");
        File.WriteAllText(page, "theirs\n");
        JobSummary.Append("ours", page, TextWriter.Null);
        File.ReadAllText(page).ShouldBe("theirs\nours\n");
    }

    [Fact]
    public void That_fails_is_a_warning_and_no_more()
    {
        using var warnings = new StringWriter();
        JobSummary.Append("ours", Path.Combine(folder, "missing", "page.md"), warnings);
        warnings.ToString().ShouldContain("The verdict stands");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
