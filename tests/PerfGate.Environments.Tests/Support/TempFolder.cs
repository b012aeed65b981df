namespace PerfGate.Environments.Tests.Support;

public sealed class TempFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("perfgate-test-").FullName;

    public string At(params string[] parts) => Path.Combine([Root, .. parts]);

    public string Write(string name, string text)
    {
        var file = At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
