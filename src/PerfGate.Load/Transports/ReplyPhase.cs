namespace PerfGate.Load.Transports;

/// <summary>What a <see cref="ReplyReader"/> expects next.</summary>
internal enum ReplyPhase
{
    Head,
    BodyOfLength,
    BodyUntilClose,
    ChunkSize,
    ChunkData,
    ChunkEnd,
    Trailers,
    Done,
}
