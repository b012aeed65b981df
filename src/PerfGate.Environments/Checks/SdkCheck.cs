using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Checks;

/// <summary>The .NET SDK answers, with the version that the checkout asks for.</summary>
/// <param name="runner">Asks it.</param>
/// <param name="root">The checkout, whose global.json chooses the version.</param>
public sealed class SdkCheck(ProcessRunner runner, string root) : IPreflightCheck
{
    /// <inheritdoc/>
    public string Name => ".NET SDK";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PreflightResult>> RunAsync(CancellationToken ct)
    {
        var command = new ProcessCommand(Programs.DotNet, "--version")
        {
            WorkingDirectory = root,
            Within = TimeSpan.FromSeconds(30),
        };
        try
        {
            var result = await runner.RequireAsync(command, ct);
            return [PreflightResult.Passed($".NET SDK {result.Output.Trim()} answers")];
        }
        catch (ProcessFailedException exception)
        {
            return
            [
                PreflightResult.Failed(
                    $".NET SDK does not answer: {exception.Message}",
                    "Install the version that global.json asks for: https://dotnet.microsoft.com/download"),
            ];
        }
    }
}
