namespace Docker.DotNet.Models;

/// <summary>Which containers to list.</summary>
public class ContainersListParameters
{
    /// <summary>Also those that do not run; the engine lists running ones only unless asked.</summary>
    public bool? All { get; set; }

    /// <summary>Also computes sizes on disk, which is slow.</summary>
    public bool? Size { get; set; }

    /// <summary>At most this many, the newest first.</summary>
    public long? Limit { get; set; }

    /// <summary>
    /// By filter (such as <c>label</c> or <c>name</c>) the values wanted, each with <c>true</c>; <c>null</c> for all.
    /// </summary>
    public IDictionary<string, IDictionary<string, bool>> Filters { get; set; }
}
