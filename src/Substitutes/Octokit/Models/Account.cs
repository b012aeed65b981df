namespace Octokit;

/// <summary>Somebody on GitHub.</summary>
public abstract class Account
{
    /// <summary>Identity.</summary>
    public long Id { get; protected set; }

    /// <summary>Name to log in with; Actions' own is <c>github-actions[bot]</c>.</summary>
    public string Login { get; protected set; }

    /// <summary>Kind; <c>null</c> if not said.</summary>
    public AccountType? Type { get; protected set; }

    /// <summary>Its page.</summary>
    public string HtmlUrl { get; protected set; }
}
