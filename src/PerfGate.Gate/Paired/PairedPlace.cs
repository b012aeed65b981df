using PerfGate.Environments;

namespace PerfGate.Gate.Paired;

/// <summary>Where the systems of a session live while they run.</summary>
/// <param name="Suite">The suite's name.</param>
/// <param name="Id">What their containers are called after.</param>
/// <param name="Folder">Their programs, data and logs.</param>
/// <param name="Root">The checkout that the harness is of: builds in it wait for each other.</param>
/// <param name="Echo">Told what is done; null for nobody.</param>
internal sealed record PairedPlace(string Suite, string Id, string Folder, string Root, Action<string>? Echo)
{
    static readonly string[] Sides = ["a", "b"];

    public EnvironmentOptions Options(string root, string side) => new()
    {
        Suite = Suite,
        RunId = $"{Id}-{side}",
        RunFolder = FolderOf(side),
        Root = root,
        LockFolder = Path.Combine(Root, "artifacts", "locks"),
        Echo = Echo,
    };

    /// <summary>Deletes the folders of both sides, as far as nothing is left in them.</summary>
    public void Clear()
    {
        foreach (var folder in Sides.Select(FolderOf).Where(f => Directory.Exists(f) && !Directory.EnumerateFileSystemEntries(f).Any())) Directory.Delete(folder);
    }

    string FolderOf(string side) => Path.Combine(Folder, $"system-{side}");
}
