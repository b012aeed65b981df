namespace Octokit;

/// <summary>What a run of a check is to say.</summary>
public class NewCheckRunOutput
{
    /// <summary>What stands first.</summary>
    public NewCheckRunOutput(string title, string summary)
    {
        Title = title;
        Summary = summary;
    }

    /// <summary>Title.</summary>
    public string Title { get; protected set; }

    /// <summary>Markdown of at most 65,535 characters.</summary>
    public string Summary { get; protected set; }

    /// <summary>More markdown of at most 65,535 characters.</summary>
    public string Text { get; set; }

    /// <summary>Up to 50 annotations a request; <c>null</c> for none.</summary>
    public IReadOnlyList<NewCheckRunAnnotation> Annotations { get; set; }
}
