namespace PerfGate.Gate.Paired;

/// <summary>One of the two systems ended while it should run.</summary>
internal sealed class SystemDiedException(string message) : Exception(message);
