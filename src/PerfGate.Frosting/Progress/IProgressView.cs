using PerfGate.Load.Results;

namespace PerfGate.Frosting.Progress;

/// <summary>A way to show a person how load is going.</summary>
internal interface IProgressView
{
    /// <summary>Shows each report as it comes, until there are no more. The reports bring their own time.</summary>
    Task ShowAsync(IAsyncEnumerable<LoadProgress> reports);
}
