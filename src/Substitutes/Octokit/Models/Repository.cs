namespace Octokit;

/// <summary>A repository.</summary>
public class Repository
{
    /// <summary>Identity.</summary>
    public long Id { get; private set; }

    /// <summary>Name.</summary>
    public string Name { get; private set; }

    /// <summary>Owner and name, with a slash between.</summary>
    public string FullName { get; private set; }

    /// <summary>Owner.</summary>
    public User Owner { get; private set; }

    /// <summary>Its page.</summary>
    public string HtmlUrl { get; private set; }

    /// <summary>Whether it is private.</summary>
    public bool Private { get; private set; }

    /// <summary>Whether it is a fork.</summary>
    public bool Fork { get; private set; }
}
