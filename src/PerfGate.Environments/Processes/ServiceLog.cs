namespace PerfGate.Environments.Processes;

/// <summary>
/// A service's output: in a file as it comes, and its tail in memory. A full disk costs the file, not the service.
/// </summary>
internal sealed class ServiceLog(string file, OutputTail tail) : IDisposable
{
    readonly Lock gate = new();
    StreamWriter? writer = Open(file);

    public string File { get; } = file;

    public string Tail => tail.ToString();

    public void Add(string line)
    {
        tail.Add(line);
        lock (gate)
        {
            try
            {
                writer?.WriteLine(line);
            }
            catch (IOException exception)
            {
                tail.Add($"(from here on not in {File}: {exception.Message})");
                Close();
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            Close();
        }
    }

    static StreamWriter Open(string file) =>
        new(new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) { AutoFlush = true };

    void Close()
    {
        try
        {
            writer?.Dispose();
        }
        catch (IOException)
        {
            // Its last bytes had no room; the tail in memory has them.
        }

        writer = null;
    }
}
