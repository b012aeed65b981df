namespace Octokit;

/// <summary>What comes with an answer beside its content.</summary>
public class ApiInfo
{
    internal ApiInfo(IReadOnlyDictionary<string, Uri> links, RateLimit rateLimit)
    {
        Links = links;
        RateLimit = rateLimit;
    }

    /// <summary>Other pages of a list: <c>next</c>, <c>prev</c>, <c>first</c>, <c>last</c>, those that there are.</summary>
    public IReadOnlyDictionary<string, Uri> Links { get; }

    /// <summary>How many requests are left.</summary>
    public RateLimit RateLimit { get; }
}
