namespace Docker.DotNet.Models;

/// <summary>A network of the engine.</summary>
public class NetworkResponse
{
    /// <summary>Name.</summary>
    public string Name { get; set; }

    /// <summary>Identity, 64 hexadecimal digits.</summary>
    public string ID { get; set; }

    /// <summary>When it was created.</summary>
    public DateTime Created { get; set; }

    /// <summary><c>local</c>, <c>global</c> or <c>swarm</c>.</summary>
    public string Scope { get; set; }

    /// <summary><c>bridge</c>, <c>host</c>, <c>null</c> and the like.</summary>
    public string Driver { get; set; }

    /// <summary>Labels; empty if there are none.</summary>
    public IDictionary<string, string> Labels { get; set; }
}
