namespace Docker.DotNet.Models;

/// <summary>Everything about one image.</summary>
public class ImageInspectResponse
{
    /// <summary>Identity, <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public string ID { get; set; }

    /// <summary>Names with tags; empty if it has none.</summary>
    public IList<string> RepoTags { get; set; }

    /// <summary>Names with digests; empty if no registry knows it.</summary>
    public IList<string> RepoDigests { get; set; }

    /// <summary>When it was built.</summary>
    public DateTime Created { get; set; }

    /// <summary>What its containers are created from.</summary>
    public Config Config { get; set; }

    /// <summary>Architecture in Go's words, such as <c>amd64</c>.</summary>
    public string Architecture { get; set; }

    /// <summary>Operating system, such as <c>linux</c>.</summary>
    public string Os { get; set; }

    /// <summary>Size on disk with all its layers, bytes.</summary>
    public long Size { get; set; }
}
