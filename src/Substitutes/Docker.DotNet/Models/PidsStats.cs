namespace Docker.DotNet.Models;

/// <summary>Processes and threads of a container.</summary>
public class PidsStats
{
    /// <summary>How many there are.</summary>
    public ulong Current { get; set; }

    /// <summary>How many there may be; 0 or the greatest number for no limit.</summary>
    public ulong Limit { get; set; }
}
