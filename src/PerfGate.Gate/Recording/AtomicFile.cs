using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Recording;

/// <summary>Files that are there whole or not at all: written beside their place, flushed to the disk, then renamed.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file, and its folder if need be.</summary>
    /// <exception cref="GateException">The file cannot be written; what was there before is untouched.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var half = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using (var file = new FileStream(half, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(half, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GateException($"{path} could not be written: {e.Message}\n  Free some space or make its folder writable, then run the command again.", e);
        }
        finally
        {
            Forget(half);
        }
    }

    static void Forget(string half)
    {
        try
        {
            File.Delete(half);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What made the writing fail keeps it from being cleaned up too, and that has been told.
        }
    }
}
