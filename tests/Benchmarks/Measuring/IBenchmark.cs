namespace Benchmarks.Measuring;

/// <summary>One thing that is measured, with its bars.</summary>
internal interface IBenchmark
{
    /// <summary>What --only calls it.</summary>
    string Name { get; }

    Task Run(CancellationToken ct);
}
