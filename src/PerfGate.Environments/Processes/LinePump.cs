using System.Text;

namespace PerfGate.Environments.Processes;

/// <summary>
/// Reads a child's output as lines until it ends. A line beyond 8,192 characters comes in pieces, so memory is bounded.
/// </summary>
internal static class LinePump
{
    const int LongestLine = 8192;

    public static async Task RunAsync(StreamReader reader, Action<string> onLine)
    {
        var buffer = new char[4096];
        var line = new StringBuilder();
        try
        {
            int read;
            while ((read = await reader.ReadAsync(buffer.AsMemory())) > 0)
            {
                for (var at = 0; at < read; at++)
                {
                    Take(buffer[at]);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The pipe was closed under us: what came until then is all there is.
        }

        if (line.Length > 0)
        {
            Flush();
        }

        void Take(char character)
        {
            if (character == '\n')
            {
                Flush();
                return;
            }

            line.Append(character);
            if (line.Length == LongestLine)
            {
                Flush();
            }
        }

        void Flush()
        {
            if (line.Length > 0 && line[^1] == '\r')
            {
                line.Length--;
            }

            onLine(line.ToString());
            line.Clear();
        }
    }
}
