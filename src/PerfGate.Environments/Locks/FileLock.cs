using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Locks;

/// <summary>
/// A lock between processes: a file held open for nobody else. The system frees it when its holder ends in whatever way.
/// The file itself stays: deleting it would let two holders in.
/// </summary>
public sealed class FileLock : IDisposable
{
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    readonly FileStream held;
    readonly string name;

    FileLock(FileStream held, string name)
    {
        this.held = held;
        this.name = name;
    }

    /// <summary>Takes the lock, waiting for it on the system's clock.</summary>
    /// <param name="path">The lock's file; its folder is made if need be.</param>
    /// <param name="wait">How long to wait; zero tries once.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <exception cref="EnvironmentException">Somebody else held it all the while.</exception>
    public static Task<FileLock> AcquireAsync(string path, TimeSpan wait, CancellationToken ct) =>
        AcquireAsync(path, wait, TimeProvider.System, waiting: null, ct);

    /// <summary>Takes the lock, waiting for it.</summary>
    /// <param name="path">The lock's file; its folder is made if need be.</param>
    /// <param name="wait">How long to wait; zero tries once.</param>
    /// <param name="time">The clock to wait on.</param>
    /// <param name="waiting">Told once, with who holds it, when there is a wait at all.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <exception cref="EnvironmentException">Somebody else held it all the while.</exception>
    public static async Task<FileLock> AcquireAsync(
        string path,
        TimeSpan wait,
        TimeProvider time,
        Action<string>? waiting,
        CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var holderFile = path + ".holder";
        var started = time.GetTimestamp();
        var told = false;
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            if (TryOpen(path) is { } held)
            {
                return Hold(held, holderFile);
            }

            if (time.GetElapsedTime(started) >= wait)
            {
                throw new EnvironmentException(
                    $"{path} is locked by {Holder(holderFile)}, and was not free after {Texts.Say(wait)}.\n"
                    + "  Wait until that run has ended, or end it, then try again.");
            }

            if (!told)
            {
                told = true;
                waiting?.Invoke($"waiting for {Holder(holderFile)}, which holds {path} (at most {Texts.Say(wait)})");
            }

            await Task.Delay(Between, time, ct);
        }
    }

    /// <summary>Frees the lock; freeing it twice is harmless.</summary>
    public void Dispose()
    {
        if (held.CanRead)
        {
            TryDelete(name);
            held.Dispose();
        }
    }

    static FileLock Hold(FileStream held, string holderFile)
    {
        try
        {
            File.WriteAllText(holderFile, $"process {Environment.ProcessId}");
        }
        catch (IOException)
        {
            // The name of the holder is a courtesy; the lock is the open file.
        }

        return new FileLock(held, holderFile);
    }

    static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (IsHeldByOthers(exception))
        {
            return null;
        }
    }

    // ERROR_SHARING_VIOLATION on Windows; EWOULDBLOCK on Linux and on macOS. Any other error will not pass by waiting.
    static bool IsHeldByOthers(IOException exception) =>
        exception.HResult is unchecked((int)0x80070020) or 11 or 35;

    static string Holder(string holderFile)
    {
        try
        {
            return File.ReadAllText(holderFile);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }

    static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A name left behind is overwritten by the next holder.
        }
    }
}
