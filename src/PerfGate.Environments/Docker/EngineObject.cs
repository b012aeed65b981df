namespace PerfGate.Environments.Docker;

/// <summary>A container, network, volume or image.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Id">What the engine removes it by.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Labels">What was written on it.</param>
internal sealed record EngineObject(
    EngineObjectKind Kind, string Id, string Name, IReadOnlyDictionary<string, string> Labels);
