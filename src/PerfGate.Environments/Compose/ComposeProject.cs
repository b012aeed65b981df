using PerfGate.Environments.Docker;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Compose;

/// <summary>
/// One compose file under a project name of its own: what is said to the compose tool is said here. The tool sees the
/// variables of the definition, what it needs to reach the engine, and no secret that was not declared.
/// </summary>
internal sealed record ComposeProject
{
    /// <summary>What every process started for a run carries, so that a killed run's are found.</summary>
    public const string RunVariable = "PERFGATE_RUN";

    public required ComposeTool Tool { get; init; }

    public required ProcessRunner Runner { get; init; }

    /// <summary>The project: what containers, networks and volumes are called after.</summary>
    public required string Name { get; init; }

    /// <summary>The compose file, then what is put over it; absolute.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    public required IReadOnlyList<string> PassThrough { get; init; }

    /// <summary>The name of a run's project: small letters, digits, '-' and '_' are what both kinds of tool take.</summary>
    public static string NameOf(string suite, string runId) => $"perfgate-{Plain(suite)}-{Plain(runId)}";

    /// <summary>Runs the tool to its end.</summary>
    /// <param name="within">How long it may take.</param>
    /// <param name="arguments">What comes after the project and the files.</param>
    /// <param name="ct">Kills it.</param>
    public Task<ProcessResult> RunAsync(TimeSpan within, IReadOnlyList<string> arguments, CancellationToken ct) =>
        Runner.RunAsync(Command(arguments) with { Within = within }, ct);

    /// <summary>Runs the tool to its end, which has to be 0.</summary>
    /// <param name="otherwise">What happened when it is not.</param>
    /// <param name="within">How long it may take.</param>
    /// <param name="arguments">What comes after the project and the files.</param>
    /// <param name="ct">Kills it.</param>
    /// <exception cref="ProcessFailedException">It ended with another code, or ran too long.</exception>
    public async Task<ProcessResult> RequireAsync(
        string otherwise, TimeSpan within, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var result = await RunAsync(within, arguments, ct);
        return result.ExitCode == 0
            ? result
            : throw new ProcessFailedException(otherwise, result.Command, result.Tail, result.ExitCode);
    }

    ProcessCommand Command(IReadOnlyList<string> arguments) =>
        new(Tool.Command[0],
        [
            .. Tool.Command.Skip(1),
            "--ansi", "never",
            "--project-name", Name,
            .. Files.SelectMany(file => new[] { "--file", file }),
            .. arguments,
        ])
        {
            WorkingDirectory = Path.GetDirectoryName(Files[0]),
            Variables = Variables,
            PassThrough = [.. ChildEnvironment.ForBuilds, .. DockerEndpoint.PassThrough, .. PassThrough],
        };

    static string Plain(string text) =>
        string.Concat(text.ToLowerInvariant().Select(one => char.IsAsciiLetterOrDigit(one) || one is '_' ? one : '-'));
}
