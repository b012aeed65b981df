namespace PerfGate.Environments.Docker;

/// <summary>What the engine keeps, in the order in which it can be removed.</summary>
internal enum EngineObjectKind
{
    Container,
    Network,
    Volume,
    Image,
}
