namespace Docker.DotNet.Tests.Support;

/// <summary>Writes an answer, head and all, to somebody who has just sent a request.</summary>
internal delegate Task Answer(Stream stream, CancellationToken ct);
