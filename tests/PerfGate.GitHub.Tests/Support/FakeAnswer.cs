namespace PerfGate.GitHub.Tests.Support;

/// <summary>What the fake GitHub answers.</summary>
internal sealed record FakeAnswer(int Status, object? Body)
{
    public Dictionary<string, string> Headers { get; init; } = [];

    public static FakeAnswer NotFound => Error(404, "Not Found");

    public static FakeAnswer Error(int status, string message) =>
        new(status, new { message, documentation_url = "https://docs.github.com/rest" });
}
