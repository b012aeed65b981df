namespace Docker.DotNet.Models;

/// <summary>A volume of the engine.</summary>
public class VolumeResponse
{
    /// <summary>Name, which is its identity.</summary>
    public string Name { get; set; }

    /// <summary>RFC 3339 time of its creation.</summary>
    public string CreatedAt { get; set; }

    /// <summary>What keeps it, usually <c>local</c>.</summary>
    public string Driver { get; set; }

    /// <summary>Labels; <c>null</c> if there are none.</summary>
    public IDictionary<string, string> Labels { get; set; }

    /// <summary>Its folder on the engine's machine.</summary>
    public string Mountpoint { get; set; }

    /// <summary><c>local</c> or <c>global</c>.</summary>
    public string Scope { get; set; }
}
