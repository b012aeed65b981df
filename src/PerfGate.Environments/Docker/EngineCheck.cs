using PerfGate.Environments.Checks;

namespace PerfGate.Environments.Docker;

/// <summary>A Docker engine answers, and is new enough.</summary>
internal sealed class EngineCheck(IReadOnlyDictionary<string, string> variables) : IPreflightCheck
{
    public string Name => "Docker engine";

    public async Task<IReadOnlyList<PreflightResult>> RunAsync(CancellationToken ct)
    {
        try
        {
            using var engine = await DockerEngine.ConnectAsync(variables, ct);
            return
            [
                PreflightResult.Passed(
                    $"Docker engine {engine.Version} answers at {engine.Endpoint.OriginalString} (API {engine.ApiVersion})"),
            ];
        }
        catch (EnvironmentException exception)
        {
            return [Failed(exception)];
        }
    }

    /// <summary>What an error says as its first line, and below what to do about it.</summary>
    internal static PreflightResult Failed(EnvironmentException exception)
    {
        var lines = exception.Message.Split('\n', 2);
        return PreflightResult.Failed(
            lines[0], lines.Length > 1 ? string.Join('\n', lines[1].Split('\n').Select(line => line.Trim())) : null);
    }
}
