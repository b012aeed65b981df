namespace Cake.Frosting.Tests.Support;

/// <summary>What a build did, in order.</summary>
internal sealed class Journal
{
    public List<string> Entries { get; } = [];
}
