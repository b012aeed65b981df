namespace PerfGate.Environments.Processes;

/// <summary>Which variables hold secrets, judged by their names.</summary>
internal static class SecretNames
{
    static readonly string[] Words =
        ["TOKEN", "SECRET", "PASSWORD", "PASSWD", "CREDENTIAL", "APIKEY", "API_KEY", "ACCESS_KEY", "PRIVATE_KEY"];

    public static bool Match(string name) => Array.Exists(Words, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
