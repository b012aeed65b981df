namespace Octokit;

/// <summary>Which pages of a list to get.</summary>
public class ApiOptions
{
    /// <summary>All pages, of GitHub's size.</summary>
    public static ApiOptions None { get; } = new();

    /// <summary>The first page, from 1; 1 if not said.</summary>
    public int? StartPage { get; set; }

    /// <summary>How many pages; all if not said.</summary>
    public int? PageCount { get; set; }

    /// <summary>Elements of a page, 100 at most; GitHub takes 30 if not said.</summary>
    public int? PageSize { get; set; }
}
