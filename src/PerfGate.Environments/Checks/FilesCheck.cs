namespace PerfGate.Environments.Checks;

/// <summary>Files that the run needs, such as the projects to build, are there.</summary>
/// <param name="root">The checkout.</param>
/// <param name="files">Paths, relative ones from the checkout.</param>
/// <param name="definedIn">Where those paths are written.</param>
public sealed class FilesCheck(string root, IReadOnlyList<string> files, string definedIn) : IPreflightCheck
{
    /// <inheritdoc/>
    public string Name => "Files";

    /// <inheritdoc/>
    public Task<IReadOnlyList<PreflightResult>> RunAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<PreflightResult>>([.. files.Select(Look)]);

    PreflightResult Look(string file) => File.Exists(Path.GetFullPath(file, root))
        ? PreflightResult.Passed($"{file} is there")
        : PreflightResult.Failed(
            $"{file} is not there",
            $"Looked for {Path.GetFullPath(file, root)}. The path is written in {definedIn}.");
}
