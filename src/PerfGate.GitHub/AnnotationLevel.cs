namespace PerfGate.GitHub;

/// <summary>How loudly an annotation is shown.</summary>
public enum AnnotationLevel
{
    /// <summary>A remark.</summary>
    Notice,

    /// <summary>Worth a look.</summary>
    Warning,

    /// <summary>A reason why the gate is red.</summary>
    Failure,
}
