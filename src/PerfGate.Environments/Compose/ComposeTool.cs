using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Compose;

/// <summary>The compose tool of this machine: the plugin of the docker command, or docker-compose.</summary>
/// <param name="Command">The program and what makes it compose: <c>docker compose</c> or <c>docker-compose</c>.</param>
/// <param name="Version">Its version.</param>
internal sealed record ComposeTool(IReadOnlyList<string> Command, Version Version)
{
    static readonly Version Oldest = new(1, 29);
    static readonly IReadOnlyList<string>[] Candidates = [["docker", "compose"], ["docker-compose"]];

    /// <summary>What it is called, with its version.</summary>
    public string Name => $"{string.Join(' ', Command)} {Version}";

    /// <summary>The newer kind if it is there, else the older one.</summary>
    /// <param name="runner">Asks them.</param>
    /// <param name="ct">Ends the search.</param>
    /// <exception cref="EnvironmentException">There is none, or only one older than 1.29.</exception>
    public static async Task<ComposeTool> FindAsync(ProcessRunner runner, CancellationToken ct)
    {
        ComposeTool? old = null;
        foreach (var candidate in Candidates)
        {
            if (await AskAsync(runner, candidate, ct) is { } version)
            {
                var tool = new ComposeTool(candidate, version);
                if (version >= Oldest)
                {
                    return tool;
                }

                old = tool;
            }
        }

        throw new EnvironmentException(
            (old is null
                ? "No compose tool was found: neither 'docker compose' nor 'docker-compose' answers."
                : $"The compose tool is too old: {old.Name}, and at least {Oldest} is needed.")
            + "\n  Install the plugin (apt-get install docker-compose-plugin) or docker-compose 1.29 "
            + "(apt-get install docker-compose), then see: docker compose version");
    }

    static async Task<Version?> AskAsync(ProcessRunner runner, IReadOnlyList<string> candidate, CancellationToken ct)
    {
        var command = new ProcessCommand(candidate[0], [.. candidate.Skip(1), "version", "--short"])
        {
            Within = TimeSpan.FromSeconds(30),
        };
        try
        {
            var result = await runner.RunAsync(command, ct);
            return result.ExitCode == 0 ? Parse(result.Output) : null;
        }
        catch (ProcessFailedException)
        {
            return null;
        }
    }

    // 1.29.2, v2.2.3, 2.24.6+ds1-0ubuntu1: the numbers are what counts.
    static Version? Parse(string text)
    {
        var digits = text.Trim().TrimStart('v').TakeWhile(character => char.IsAsciiDigit(character) || character is '.');
        return System.Version.TryParse(string.Concat(digits).TrimEnd('.'), out var version) ? version : null;
    }
}
