using System.Diagnostics;

namespace ReferenceSystem.Faults;

/// <summary>Answers so many requests, then takes the process down without a word, as the kernel would when memory is out.</summary>
internal sealed class ExitFault(int requests) : IFault
{
    int seen;

    public ValueTask<bool> ApplyAsync(HttpContext context)
    {
        if (Interlocked.Increment(ref seen) > requests)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
        }

        return ValueTask.FromResult(true);
    }
}
