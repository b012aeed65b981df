namespace PerfGate.Load.Tests.Crowd;

/// <summary>Another kind of user that does the same.</summary>
internal sealed class OtherVisitor : Visitor;
