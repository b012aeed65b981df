using System.Text.Json.Nodes;

namespace Octokit.Tests.Support;

/// <summary>A request as it arrived; <see cref="Target"/> is path and query, still escaped.</summary>
internal sealed record Received(string Method, string Target, IDictionary<string, string> Headers, string Body)
{
    public void ShouldBe(string method, string target, string? body = null)
    {
        Method.ShouldBe(method);
        Target.ShouldBe(target);
        if (body is null) Body.ShouldBeEmpty();
        else JsonNode.DeepEquals(JsonNode.Parse(Body), JsonNode.Parse(body)).ShouldBeTrue(Body);
    }
}
