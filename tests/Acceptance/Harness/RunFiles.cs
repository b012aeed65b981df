using System.Text.Json;

namespace Acceptance.Harness;

/// <summary>The files that a run left behind, read as a stranger reads them.</summary>
public sealed class RunFiles(string folder)
{
    public string Folder => folder;

    public JsonElement Run => Json("run.json");

    public JsonElement Result => Json("result.json");

    public string Summary => File.ReadAllText(Path.Combine(folder, "summary.md"));

    public string Report => File.ReadAllText(Path.Combine(folder, "report.html"));

    public bool Exists(string name) => File.Exists(Path.Combine(folder, name));

    JsonElement Json(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, name)));
        return document.RootElement.Clone();
    }
}
