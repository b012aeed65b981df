namespace PerfGate.Environments.Processes;

/// <summary>The last lines of an output, bounded in lines and characters; safe to call from several threads.</summary>
internal sealed class OutputTail(int lines, int characters)
{
    readonly Lock gate = new();
    readonly Queue<string> kept = new();
    int size;

    public void Add(string line)
    {
        lock (gate)
        {
            kept.Enqueue(line);
            size += line.Length + 1;
            while (kept.Count > 1 && (kept.Count > lines || size > characters))
            {
                size -= kept.Dequeue().Length + 1;
            }
        }
    }

    public override string ToString()
    {
        lock (gate)
        {
            return string.Join('\n', kept);
        }
    }
}
