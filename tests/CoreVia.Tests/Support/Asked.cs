using System.Text.Json.Nodes;

namespace CoreVia.Tests.Support;

/// <summary>One request that arrived.</summary>
internal sealed record Asked(string Method, string Path, string Query, string? Authorization, JsonObject? Body)
{
    public string? Text(string field) => (string?)Body?[field];

    public double Number(string field) => (double)Body![field]!;
}
