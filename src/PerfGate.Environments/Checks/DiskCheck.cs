using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Checks;

/// <summary>Enough disk is free.</summary>
/// <param name="folder">A folder on that disk.</param>
/// <param name="atLeast">Bytes that have to be free for us.</param>
public sealed class DiskCheck(string folder, long atLeast) : IPreflightCheck
{
    /// <inheritdoc/>
    public string Name => "Disk";

    /// <inheritdoc/>
    public Task<IReadOnlyList<PreflightResult>> RunAsync(CancellationToken ct)
    {
        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        var text = $"{Texts.SayBytes(free)} of disk free for {folder}";
        return Task.FromResult<IReadOnlyList<PreflightResult>>(
        [
            free >= atLeast
                ? PreflightResult.Passed(text)
                : PreflightResult.Failed(
                    $"only {text}",
                    $"A run needs {Texts.SayBytes(atLeast)}: delete old runs (./build.sh --target=Clean) or make room."),
        ]);
    }
}
