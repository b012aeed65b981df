namespace Docker.DotNet.Models;

/// <summary>The volumes of the engine.</summary>
public class VolumesListResponse
{
    /// <summary>The volumes; some engines say <c>null</c> where there are none.</summary>
    public IList<VolumeResponse> Volumes { get; set; }

    /// <summary>What the engine could not look at; <c>null</c> if nothing.</summary>
    public IList<string> Warnings { get; set; }
}
