namespace PerfGate.Load.Results;

/// <summary>Everything one execution of a profile measured.</summary>
/// <param name="StartedAt">When load began.</param>
/// <param name="Duration">From the first user's start to the last one's end.</param>
/// <param name="End">Why load ended.</param>
/// <param name="Stages">One per stage that was entered, in order, warm-up stages included and marked.</param>
/// <param name="Series">One entry per second, warm-up included.</param>
/// <param name="UserClasses">The kinds of users and how many of each ran at the same time at most.</param>
/// <param name="Failures">Failed requests, grouped by endpoint and reason.</param>
/// <param name="Exceptions">Exceptions thrown by user code, grouped by type, message and place.</param>
/// <param name="Generator">How well the generator itself kept up.</param>
/// <param name="Warnings">What a reader of the result should know, in sentences.</param>
public sealed record LoadResult(
    DateTimeOffset StartedAt,
    TimeSpan Duration,
    LoadEnd End,
    IReadOnlyList<StageResult> Stages,
    IReadOnlyList<SecondResult> Series,
    IReadOnlyList<UserClassResult> UserClasses,
    IReadOnlyList<FailureGroup> Failures,
    IReadOnlyList<ExceptionGroup> Exceptions,
    GeneratorHealth Generator,
    IReadOnlyList<string> Warnings)
{
    /// <summary>The requests over <see cref="LoadPlan.SlowerThan"/>; null when a result was not made by the engine.</summary>
    public SlowRequests? SlowRequests { get; init; }

    /// <summary>Which stop condition of the plan ended load early, in words; null when none did.</summary>
    public string? StopReason { get; init; }
}
