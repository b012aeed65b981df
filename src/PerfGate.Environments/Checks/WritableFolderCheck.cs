namespace PerfGate.Environments.Checks;

/// <summary>A folder can be written to: a file is written there and deleted.</summary>
/// <param name="folder">The folder; made if need be.</param>
public sealed class WritableFolderCheck(string folder) : IPreflightCheck
{
    // More than a file system may keep inside a directory entry, so that a full disk shows.
    static readonly byte[] Content = new byte[65_536];

    /// <inheritdoc/>
    public string Name => "Artifacts folder";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PreflightResult>> RunAsync(CancellationToken ct)
    {
        var file = Path.Combine(folder, $".preflight-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(folder);
            try
            {
                await File.WriteAllBytesAsync(file, Content, ct);
            }
            finally
            {
                File.Delete(file);
            }

            return [PreflightResult.Passed($"{folder} can be written to")];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return
            [
                PreflightResult.Failed(
                    $"{folder} cannot be written to: {exception.Message}",
                    "Free some space, or give it back its permissions (chmod u+w), or choose another folder."),
            ];
        }
    }
}
