namespace Acceptance.Harness;

/// <summary>Headless Chromium, without a network.</summary>
public static class Browser
{
    static readonly string[] Quiet =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--hide-scrollbars", "--window-size=1280,2000",
    ];

    /// <summary>Opens a file, takes a picture of it, and gives the page as the browser understood it.</summary>
    public static async Task<string> Open(string file, string screenshot)
    {
        var program = new[] { "chromium", "chromium-browser", "google-chrome" }.FirstOrDefault(OnPath)
            ?? throw new ShouldAssertException("No Chromium on the PATH: this test needs a real browser. Install it: apt-get install chromium");
        var profile = Directory.CreateTempSubdirectory("perfgate-browser-").FullName;
        try
        {
            string[] common = [.. Quiet, $"--user-data-dir={profile}"];
            await Command.Run(profile, program, [.. common, $"--screenshot={screenshot}", $"file://{file}"]);
            return (await Command.Run(profile, program, [.. common, "--dump-dom", $"file://{file}"])).Output;
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    static bool OnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
}
