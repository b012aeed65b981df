namespace Docker.DotNet.Models;

/// <summary>The object that an event happened to.</summary>
public class Actor
{
    /// <summary>Identity of the object.</summary>
    public string ID { get; set; }

    /// <summary>Its labels, name and image, and what belongs to the event, such as <c>exitCode</c>.</summary>
    public IDictionary<string, string> Attributes { get; set; }
}
