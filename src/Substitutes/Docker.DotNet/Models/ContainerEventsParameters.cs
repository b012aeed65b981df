namespace Docker.DotNet.Models;

/// <summary>Which events to hear.</summary>
public class ContainerEventsParameters
{
    /// <summary>Also those since this Unix time in seconds (fractions allowed).</summary>
    public string Since { get; set; }

    /// <summary>Ends at this Unix time in seconds; without it the events go on until cancelled.</summary>
    public string Until { get; set; }

    /// <summary>
    /// By filter (such as <c>event</c> or <c>label</c>) the values wanted, each with <c>true</c>; <c>null</c> for all.
    /// </summary>
    public IDictionary<string, IDictionary<string, bool>> Filters { get; set; }
}
