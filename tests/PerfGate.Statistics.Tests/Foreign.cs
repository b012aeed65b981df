using System.Text.Json;

namespace PerfGate.Statistics.Tests;

/// <summary>Cases that others computed, held in Data.</summary>
public static class Foreign
{
    public static IReadOnlyList<T> Cases<T>(string file)
    {
        using var stream = typeof(Foreign).Assembly.GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<T[]>(stream, JsonSerializerOptions.Web)!;
    }
}
