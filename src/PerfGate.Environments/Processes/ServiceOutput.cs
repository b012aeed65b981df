using PerfGate.Environments.Logs;

namespace PerfGate.Environments.Processes;

/// <summary>
/// A service's output: in a file as it comes, its tail in memory, and what it tells of trouble, with times. A full disk costs
/// the file, not the service.
/// </summary>
/// <param name="file">Where it is written.</param>
/// <param name="tail">Keeps its last lines.</param>
/// <param name="time">Says when a line came.</param>
internal sealed class ServiceOutput(string file, OutputTail tail, TimeProvider time) : IDisposable
{
    readonly Lock gate = new();
    readonly LogScan scan = new(line => line);
    StreamWriter? writer = Open(file);

    public string File { get; } = file;

    public string Tail => tail.ToString();

    /// <summary>Where the lines of one of its streams go, secrets masked.</summary>
    public Action<string> Stream()
    {
        var stream = scan.Open();
        return line =>
        {
            Add(line);
            stream(line, time.GetUtcNow());
        };
    }

    /// <summary>What it told since then.</summary>
    public ServiceLog Since(string service, DateTimeOffset since) => scan.Since(service, since);

    public void Dispose()
    {
        lock (gate)
        {
            Close();
        }
    }

    void Add(string line)
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
