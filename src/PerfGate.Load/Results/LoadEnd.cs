namespace PerfGate.Load.Results;

/// <summary>Why load ended.</summary>
public enum LoadEnd
{
    /// <summary>The profile ran to its end.</summary>
    Completed,

    /// <summary>The caller's token was cancelled: Ctrl+C, SIGTERM, or the system under test went away.</summary>
    Cancelled,

    /// <summary>A stop condition of the plan was met: <see cref="LoadResult.StopReason"/> says which.</summary>
    Stopped,
}
