using System.Text;
using PerfGate.Reporting.Tests.Samples;

namespace PerfGate.Reporting.Tests.Files;

public sealed class WritingFiles : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("perfgate-reports-").FullName;

    [Fact]
    public async Task All_of_them_are_written_into_a_folder_that_is_made()
    {
        var deep = Path.Combine(folder, "zenzefi", "run");
        await ReportFiles.WriteAsync(SampleReport.Passed(), deep, CancellationToken.None);
        Directory.GetFiles(deep).Select(f => Path.GetFileName(f)).ShouldBe(
            ["summary.md", "report.html", "stats.csv", "stats_history.csv", "failures.csv", "exceptions.csv", "junit.xml"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_summary_of_several_suites_is_a_file_too()
    {
        var deep = Path.Combine(folder, "perf");
        await ReportFiles.WriteSummaryAsync(SampleReport.ThreeSuites(), deep, CancellationToken.None);
        Directory.GetFiles(deep).Select(f => Path.GetFileName(f)).ShouldBe(["summary.md"]);
        (await File.ReadAllTextAsync(Path.Combine(deep, "summary.md"))).ShouldBe(SummaryMarkdown.Render(SampleReport.ThreeSuites()));
    }

    [Fact]
    public async Task They_are_UTF_8_without_a_mark()
    {
        await ReportFiles.WriteAsync(SampleReport.Passed(), folder, CancellationToken.None);
        foreach (var file in Directory.GetFiles(folder))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            bytes[..3].ShouldNotBe([0xEF, 0xBB, 0xBF]);
            Should.NotThrow(() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
        }
    }

    [Fact]
    public async Task The_same_report_gives_the_same_bytes()
    {
        await ReportFiles.WriteAsync(SampleReport.Passed(), Path.Combine(folder, "a"), CancellationToken.None);
        await ReportFiles.WriteAsync(SampleReport.Passed(), Path.Combine(folder, "b"), CancellationToken.None);
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "a")))
            (await File.ReadAllTextAsync(file)).ShouldBe(await File.ReadAllTextAsync(Path.Combine(folder, "b", Path.GetFileName(file))));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told_with_file_reason_and_next_command()
    {
        var blocked = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(blocked, "in the way");
        var error = await Should.ThrowAsync<ReportWriteException>(() => ReportFiles.WriteAsync(SampleReport.Passed(), blocked, CancellationToken.None));
        error.Path.ShouldBe(Path.Combine(blocked, "summary.md"));
        error.Message.ShouldContain($"'{error.Path}' could not be written: ");
        error.Message.ShouldContain(error.InnerException!.Message.TrimEnd('.'));
        error.Message.ShouldContain("./build.sh --target=PerfReport");
        (await File.ReadAllTextAsync(blocked)).ShouldBe("in the way");
    }

    [Fact]
    public async Task A_failed_write_leaves_the_old_file_and_no_litter()
    {
        Directory.CreateDirectory(Path.Combine(folder, "report.html"));
        await File.WriteAllTextAsync(Path.Combine(folder, "stats.csv"), "old");
        var error = await Should.ThrowAsync<ReportWriteException>(() => ReportFiles.WriteAsync(SampleReport.Passed(), folder, CancellationToken.None));
        error.Path.ShouldEndWith("report.html");
        (await File.ReadAllTextAsync(Path.Combine(folder, "stats.csv"))).ShouldBe("old");
        Directory.GetFiles(folder, "*.tmp", new EnumerationOptions { AttributesToSkip = FileAttributes.None }).ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancelling_leaves_the_old_files_and_no_litter()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "summary.md"), "old");
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => ReportFiles.WriteAsync(SampleReport.Passed(), folder, source.Token));
        (await File.ReadAllTextAsync(Path.Combine(folder, "summary.md"))).ShouldBe("old");
        Directory.GetFileSystemEntries(folder, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None }).Length.ShouldBe(1);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
