namespace PerfGate.GitHub;

/// <summary>
/// Annotations as lines on standard output that GitHub's runner reads. Text from elsewhere cannot end the line or begin a command
/// of its own: https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
/// </summary>
public static class WorkflowCommand
{
    /// <summary>The line that makes the runner show an annotation, such as <c>::error file=a.cs,line=3::Slower.</c></summary>
    public static string Of(Annotation annotation)
    {
        ArgumentNullException.ThrowIfNull(annotation);
        return $"::{Name(annotation.Level)} file={Property(annotation.Path)},line={Math.Max(1, annotation.Line)}::{Data(annotation.Message)}";
    }

    static string Name(AnnotationLevel level) => level switch
    {
        AnnotationLevel.Failure => "error",
        AnnotationLevel.Warning => "warning",
        _ => "notice",
    };

    static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}
