namespace PerfGate.Load.Transports;

/// <summary>One request as it goes on the wire.</summary>
/// <param name="Target">Where it goes.</param>
/// <param name="Headers">All headers except those of the body.</param>
/// <param name="Body">The body's bytes; null: no body.</param>
/// <param name="ContentType">The body's type; null without a body.</param>
internal readonly record struct TransportRequest(
    RequestTarget Target, Dictionary<string, string> Headers, ReadOnlyMemory<byte>? Body, string? ContentType);
