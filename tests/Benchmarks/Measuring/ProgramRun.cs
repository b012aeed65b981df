namespace Benchmarks.Measuring;

/// <summary>A program that ran to its end.</summary>
/// <param name="Output">Its standard output.</param>
/// <param name="Tail">The last of its output and of what it complained about.</param>
/// <param name="CpuSeconds">User and system time of all of its threads.</param>
internal sealed record ProgramRun(string Output, string Tail, double CpuSeconds);
