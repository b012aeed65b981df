namespace Octokit;

/// <summary>Something said to lines of a file.</summary>
public class NewCheckRunAnnotation
{
    /// <summary>Something said to these lines.</summary>
    public NewCheckRunAnnotation(string path, int startLine, int endLine, CheckAnnotationLevel annotationLevel, string message)
    {
        Path = path;
        StartLine = startLine;
        EndLine = endLine;
        AnnotationLevel = annotationLevel;
        Message = message;
    }

    /// <summary>The file, from the root of the repository.</summary>
    public string Path { get; protected set; }

    /// <summary>First line, from 1.</summary>
    public int StartLine { get; protected set; }

    /// <summary>Last line.</summary>
    public int EndLine { get; protected set; }

    /// <summary>First column, from 1, within one line only.</summary>
    public int? StartColumn { get; set; }

    /// <summary>Last column, within one line only.</summary>
    public int? EndColumn { get; set; }

    /// <summary>How serious it is.</summary>
    public StringEnum<CheckAnnotationLevel>? AnnotationLevel { get; protected set; }

    /// <summary>What is said, at most 64 KB.</summary>
    public string Message { get; protected set; }

    /// <summary>Title, at most 255 characters.</summary>
    public string Title { get; set; }

    /// <summary>Details, at most 64 KB.</summary>
    public string RawDetails { get; set; }
}
