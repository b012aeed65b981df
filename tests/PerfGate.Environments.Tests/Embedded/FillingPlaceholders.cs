using PerfGate.Environments.Embedded;

namespace PerfGate.Environments.Tests.Embedded;

public sealed class FillingPlaceholders
{
    readonly Placeholders placeholders = new("/run/data", "run-1", new Dictionary<string, int> { ["api"] = 81, ["web"] = 82 });

    [Theory]
    [InlineData("sqlite://{data}/x.db", "sqlite:///run/data/x.db")]
    [InlineData("{url}", "http://127.0.0.1:81")]
    [InlineData("{url:web}/health", "http://127.0.0.1:82/health")]
    [InlineData("--port={port} --peer={port:web}", "--port=81 --peer=82")]
    [InlineData("{run}", "run-1")]
    [InlineData("""{"a":1}""", """{"a":1}""")]
    public void Each_becomes_its_value(string text, string expected) => placeholders.Fill(text, "api").ShouldBe(expected);
}
