namespace Docker.DotNet.Models;

/// <summary>Which networks to list.</summary>
public class NetworksListParameters
{
    /// <summary>
    /// By filter (such as <c>label</c> or <c>name</c>) the values wanted, each with <c>true</c>; <c>null</c> for all.
    /// </summary>
    public IDictionary<string, IDictionary<string, bool>> Filters { get; set; }
}
