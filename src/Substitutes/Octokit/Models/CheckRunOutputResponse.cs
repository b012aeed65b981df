namespace Octokit;

/// <summary>What a run of a check says.</summary>
public class CheckRunOutputResponse
{
    /// <summary>Title.</summary>
    public string Title { get; private set; }

    /// <summary>Markdown.</summary>
    public string Summary { get; private set; }

    /// <summary>More markdown.</summary>
    public string Text { get; private set; }

    /// <summary>How many annotations it has.</summary>
    public long AnnotationsCount { get; private set; }
}
