namespace Docker.DotNet.Models;

/// <summary>Which images to list.</summary>
public class ImagesListParameters
{
    /// <summary>Also intermediate layers.</summary>
    public bool? All { get; set; }

    /// <summary>
    /// By filter (such as <c>reference</c> or <c>label</c>) the values wanted, each with <c>true</c>; <c>null</c> for all.
    /// </summary>
    public IDictionary<string, IDictionary<string, bool>> Filters { get; set; }

    /// <summary>Also their digests.</summary>
    public bool? Digests { get; set; }
}
