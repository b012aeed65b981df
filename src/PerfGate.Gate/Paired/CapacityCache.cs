using System.Globalization;

namespace PerfGate.Gate.Paired;

/// <summary>Capacities found before, a small file for each fingerprint.</summary>
/// <param name="folder">Where they are.</param>
internal sealed class CapacityCache(string folder)
{
    public double? Find(string fingerprint)
    {
        var file = FileOf(fingerprint);
        return File.Exists(file) && double.TryParse(File.ReadAllText(file), NumberStyles.Float, CultureInfo.InvariantCulture, out var capacity) && capacity > 0
            ? capacity
            : null;
    }

    public void Keep(string fingerprint, double capacity)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(FileOf(fingerprint), string.Create(CultureInfo.InvariantCulture, $"{capacity:0.#}\n"));
    }

    string FileOf(string fingerprint) => Path.Combine(folder, $"{fingerprint}.txt");
}
