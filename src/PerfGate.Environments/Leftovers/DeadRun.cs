using PerfGate.Environments.Life;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Leftovers;

/// <summary>A run whose owner is gone.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Project">What its containers would be called after.</param>
/// <param name="Folder">Its folder; null when that is gone as well.</param>
internal sealed record DeadRun(string Id, string Project, string? Folder)
{
    /// <summary>The services that it had started as processes, and had not stopped.</summary>
    public IEnumerable<PidFile> PidFiles => Folder is not null && Directory.Exists(new RunFolders(Folder).System)
        ? Directory.EnumerateFiles(new RunFolders(Folder).System, RunFolders.PidFiles).Select(PidFile.Read).OfType<PidFile>()
        : [];

    /// <summary>What it would have deleted at its end.</summary>
    public IEnumerable<string> Folders
    {
        get
        {
            if (Folder is null)
            {
                return [];
            }

            var folders = new RunFolders(Folder);
            return new[] { folders.Data, folders.System }.Where(Directory.Exists);
        }
    }
}
