using HttpProductHeaderValue = System.Net.Http.Headers.ProductHeaderValue;

namespace Octokit;

/// <summary>Name and version of a program, as in the header <c>User-Agent</c>.</summary>
public class ProductHeaderValue
{
    readonly HttpProductHeaderValue value;

    /// <summary>A program without a version.</summary>
    /// <exception cref="FormatException">The name has spaces or other characters that the header may not have.</exception>
    public ProductHeaderValue(string name) => value = new HttpProductHeaderValue(name);

    /// <summary>A program and its version.</summary>
    /// <exception cref="FormatException">One has spaces or other characters that the header may not have.</exception>
    public ProductHeaderValue(string name, string version) => value = new HttpProductHeaderValue(name, version);

    /// <summary>The program.</summary>
    public string Name => value.Name;

    /// <summary>Its version; <c>null</c> if not said.</summary>
    public string Version => value.Version;

    /// <summary><c>name</c> or <c>name/version</c>.</summary>
    public override string ToString() => value.ToString();
}
