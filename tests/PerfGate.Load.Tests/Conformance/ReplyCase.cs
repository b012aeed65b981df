using System.Text;

namespace PerfGate.Load.Tests.Conformance;

/// <summary>A reply as bytes, and what has to be read out of it.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Text">Its bytes, as Latin-1.</param>
/// <param name="Status">The status.</param>
/// <param name="Body">The body.</param>
public sealed record ReplyCase(string Name, string Text, int Status, string Body)
{
    public byte[] Bytes => Encoding.Latin1.GetBytes(Text);

    /// <summary>The server closes the connection after it.</summary>
    public bool Closes { get; init; }

    public override string ToString() => Name;
}
