namespace PerfGate.Environments.Life;

/// <summary>Where an environment keeps its things while it is up.</summary>
internal sealed class RunFolders(string runFolder)
{
    /// <summary>The name of the file in <see cref="System"/> that says whose run this is.</summary>
    public const string OwnerFile = "owner.json";

    /// <summary>The pattern of the files in <see cref="System"/> that say which processes belong to the run.</summary>
    public const string PidFiles = "*.pid";

    /// <summary>Published programs, logs and pid files.</summary>
    public string System { get; } = Path.GetFullPath(Path.Combine(runFolder, "system"));

    /// <summary>The stores: what <c>{data}</c> stands for.</summary>
    public string Data { get; } = Path.GetFullPath(Path.Combine(runFolder, "data"));

    public string Published(string service) => Path.Combine(System, service);

    public string Log(string name) => Path.Combine(System, $"{name}.log");

    public void Create()
    {
        Directory.CreateDirectory(System);
        Directory.CreateDirectory(Data);
        RunOwner.Us.Write(Path.Combine(System, OwnerFile));
    }

    public void DeletePrograms()
    {
        if (Directory.Exists(System))
        {
            foreach (var folder in Directory.EnumerateDirectories(System))
            {
                Delete(folder);
            }
        }
    }

    /// <summary>Deletes a folder; one that is gone, or that something still holds, is no reason to fail a teardown.</summary>
    public static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Left behind under artifacts, where the Clean task finds it.
        }
    }

    /// <summary>Copies every log, or its last lines.</summary>
    public async Task SaveLogsAsync(string folder, bool whole)
    {
        Directory.CreateDirectory(folder);
        if (!Directory.Exists(System))
        {
            return;
        }

        foreach (var log in Directory.EnumerateFiles(System, "*.log"))
        {
            await using var source = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using var target = File.Create(Path.Combine(folder, Path.GetFileName(log)));
            if (!whole)
            {
                await SkipToTailAsync(source);
            }

            await source.CopyToAsync(target);
        }
    }

    const int TailBytes = 65_536;

    static async Task SkipToTailAsync(FileStream source)
    {
        if (source.Length <= TailBytes)
        {
            return;
        }

        source.Seek(-TailBytes, SeekOrigin.End);
        var one = new byte[1];
        while (await source.ReadAsync(one) == 1 && one[0] != '\n')
        {
        }
    }
}
