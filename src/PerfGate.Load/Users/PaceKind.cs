namespace PerfGate.Load;

internal enum PaceKind
{
    None,
    AfterTask,
    EveryInterval,
}
