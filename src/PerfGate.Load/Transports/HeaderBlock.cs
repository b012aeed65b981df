namespace PerfGate.Load.Transports;

/// <summary>A user's headers as bytes, and what they were made of.</summary>
/// <param name="headers">The headers.</param>
/// <param name="bytes">Their lines, but for those that go elsewhere.</param>
internal sealed class HeaderBlock(KeyValuePair<string, string>[] headers, byte[] bytes)
{
    public byte[] Bytes => bytes;

    /// <summary>Lines that only go with a body.</summary>
    public string ContentLines { get; init; } = "";

    /// <summary>The user's own Cookie header, to which the cookies of replies are added.</summary>
    public string? Cookie { get; init; }

    /// <summary>Whether the user says what host to ask for.</summary>
    public bool HasHost { get; init; }

    /// <summary>Whether these headers are still the same: the same strings, so that no text need be compared.</summary>
    public bool IsOf(Dictionary<string, string> others)
    {
        if (others.Count != headers.Length) return false;
        var index = 0;
        foreach (var (name, value) in others)
        {
            ref readonly var own = ref headers[index++];
            if (!ReferenceEquals(own.Key, name) || !ReferenceEquals(own.Value, value)) return false;
        }

        return true;
    }
}
