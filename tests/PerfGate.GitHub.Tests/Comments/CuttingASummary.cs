using System.Text;
using PerfGate.GitHub.Comments;

namespace PerfGate.GitHub.Tests.Comments;

public sealed class CuttingASummary
{
    [Fact]
    public void What_fits_is_left_as_it_is() => CommentBody.Of(null, "a\nb", 100).ShouldBe("a\nb");

    [Theory]
    [InlineData("<!-- perfgate schema=1 -->\nbody", "body")]
    [InlineData("<!-- perfgate schema=1 -->", "")]
    [InlineData("body\n<!-- perfgate schema=1 -->", "body\n<!-- perfgate schema=1 -->")]
    public void Only_a_marker_on_the_first_line_is_ours_to_drop(string summary, string text) => CommentBody.Of(null, summary, 100).ShouldBe(text);

    [Fact]
    public void Folds_that_are_open_at_the_cut_are_closed()
    {
        var body = CommentBody.Of(null, "Head\n\n<details><summary>All</summary>\n\n" + Lines("| row |", 100), 300);
        body.Split("<details>").Length.ShouldBe(body.Split("</details>").Length);
        body.ShouldContain("| row |\n\n</details>\n\n_The rest did not fit");
    }

    [Fact]
    public void A_block_of_code_is_kept_whole_or_dropped_whole()
    {
        var body = CommentBody.Of(null, "Head\n\n````sh\n```\n" + Lines("echo", 100) + "````\n", 300);
        body.ShouldBe("Head\n\n_The rest did not fit: see summary.md of the run's artifacts._\n");
    }

    [Theory]
    [InlineData("ascii row")]
    [InlineData("𝒽öchst ungewöhnlich 🚀")]
    [InlineData("<details>")]
    public void The_limit_holds_in_bytes(string line)
    {
        for (var limit = 200; limit < 260; limit++)
            Encoding.UTF8.GetByteCount(CommentBody.Of(null, Lines(line, 200), limit)).ShouldBeLessThanOrEqualTo(limit);
    }

    [Fact]
    public void One_endless_line_leaves_the_note_alone() => CommentBody.Of(null, new string('x', 1000), 200).Trim().ShouldStartWith("_The rest");

    static string Lines(string line, int count) => string.Concat(Enumerable.Repeat(line + "\n", count));
}
