namespace Docker.DotNet.Models;

/// <summary>An image, as the list of images shows it.</summary>
public class ImagesListResponse
{
    /// <summary>Identity, <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public string ID { get; set; }

    /// <summary>When it was built, UTC, to the second.</summary>
    public DateTime Created { get; set; }

    /// <summary>Names with tags; <c>null</c> or empty if it has none.</summary>
    public IList<string> RepoTags { get; set; }

    /// <summary>Names with digests; <c>null</c> or empty if no registry knows it.</summary>
    public IList<string> RepoDigests { get; set; }

    /// <summary>Labels; <c>null</c> if there are none.</summary>
    public IDictionary<string, string> Labels { get; set; }

    /// <summary>Size on disk with all its layers, bytes.</summary>
    public long Size { get; set; }
}
