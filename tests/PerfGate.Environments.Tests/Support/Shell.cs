using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Tests.Support;

/// <summary>Small programs for children to be, written for sh.</summary>
internal static class Shell
{
    public static ProcessCommand Script(string script, params string[] arguments) => new("/bin/sh", ["-c", script, "sh", .. arguments]);

    public static bool IsAlive(int pid) => ProcessStat.Read(pid) is { IsGone: false };

    /// <summary>Waits until a file holds as many words, and gives them as numbers.</summary>
    public static async Task<int[]> PidsAsync(string file, int count)
    {
        int[] pids = [];
        await Eventually(() => (pids = Read(file)).Length >= count);
        return pids;
    }

    public static async Task Eventually(Func<bool> holds)
    {
        for (var tries = 0; tries < 1000 && !holds(); tries++)
        {
            await Task.Delay(10);
        }

        holds().ShouldBeTrue("It did not come true within 10 s.");
    }

    static int[] Read(string file) =>
        File.Exists(file) ? [.. File.ReadAllLines(file).Where(line => line.Length > 0).Select(int.Parse)] : [];
}
