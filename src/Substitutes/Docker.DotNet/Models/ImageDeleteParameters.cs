namespace Docker.DotNet.Models;

/// <summary>How to delete an image.</summary>
public class ImageDeleteParameters
{
    /// <summary>Even if it has several names, or a container that does not run was created from it.</summary>
    public bool? Force { get; set; }

    /// <summary>Keeps the layers without a name that it was built on.</summary>
    public bool? NoPrune { get; set; }
}
