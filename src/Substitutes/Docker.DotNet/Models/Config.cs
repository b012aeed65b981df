namespace Docker.DotNet.Models;

/// <summary>What a container, or every container of an image, is created from.</summary>
public class Config
{
    /// <summary>Name of the image.</summary>
    public string Image { get; set; }

    /// <summary>Labels; <c>null</c> or empty if there are none.</summary>
    public IDictionary<string, string> Labels { get; set; }

    /// <summary>Whether it has a terminal: then its log is one plain stream, without frames.</summary>
    public bool Tty { get; set; }
}
