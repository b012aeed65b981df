using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace PerfGate.Statistics.Tests;

/// <summary>
/// hdr-histogram-js out of npm, in artifacts/tests/hdr-histogram-js, to exchange histograms with. Without Node.js that is not
/// tested, and said; where CI is set it has to be there, and its absence fails the tests.
/// </summary>
public sealed class AnotherImplementation : IAsyncLifetime
{
    const string NotTested = "NOT TESTED against another implementation: no Node.js with npm on this machine (apt-get install nodejs npm)";

    static readonly string Source = Path.Combine(Here(), "Interop");
    static readonly string Home = Path.GetFullPath("../../artifacts/tests/hdr-histogram-js", Here());
    static readonly bool OnBuildServer = Environment.GetEnvironmentVariable("CI") is not (null or "" or "0" or "false");
    bool isMissing;

    public async ValueTask InitializeAsync()
    {
        var installed = Path.Combine(Home, "installed.json");
        var locked = await File.ReadAllTextAsync(Path.Combine(Source, "package-lock.json"));
        Directory.CreateDirectory(Home);
        foreach (var file in Directory.GetFiles(Source)) File.Copy(file, Path.Combine(Home, Path.GetFileName(file)), overwrite: true);
        try
        {
            // What was installed earlier does not say that Node.js is still here.
            await Run("node", "--version");
            if (File.Exists(installed) && await File.ReadAllTextAsync(installed) == locked) return;
            await Run(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            await File.WriteAllTextAsync(installed, locked);
        }
        catch (Win32Exception)
        {
            isMissing = true;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What it reads in histograms that we wrote. Where there is no Node.js it skips the test, and on a build server fails it.</summary>
    public async Task<IReadOnlyList<ExchangedHistogram>> Read(IEnumerable<HdrHistogram> ours)
    {
        if (isMissing && OnBuildServer) Assert.Fail($"{NotTested}; CI is set, and there it has to be.");
        Assert.SkipWhen(isMissing, NotTested);
        var file = Path.Combine(Home, $"ours-{Guid.NewGuid():N}.txt");
        await File.WriteAllLinesAsync(file, ours.Select(o => o.Encode()));
        try
        {
            return JsonSerializer.Deserialize<ExchangedHistogram[]>(await Run("node", "exchange.js", file), JsonSerializerOptions.Web)!;
        }
        finally
        {
            File.Delete(file);
        }
    }

    static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Home,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program} in {Home}: {string.Concat(said)}");
        return said[0];
    }

    static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
