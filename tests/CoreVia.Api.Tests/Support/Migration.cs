using CoreVia.Api.Data;

namespace CoreVia.Api.Tests.Support;

/// <summary>The migrate command, called as a person would.</summary>
internal static class Migration
{
    public static async Task ApplyAsync(string url)
    {
        var (exitCode, _, errors) = await RunAsync(url);
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"migrate of {url} ended with {exitCode}: {errors}");
        }
    }

    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string url, params string[] options)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = await MigrateCommand.RunAsync(CoreViaDb.Store, options, TestSettings.With(("DATABASE_URL", url)), output, errors);
        return (exitCode, output.ToString(), errors.ToString());
    }
}
