namespace PerfGate.Environments.Life;

/// <summary>How far an environment has come.</summary>
internal enum Phase
{
    New,
    Up,
    Migrated,
    Started,
    Failed,
    Disposed,
}
