namespace PerfGate.GitHub;

/// <summary>A token for GitHub's API, which shows itself to nobody: as text it is three asterisks.</summary>
public sealed class GitHubToken
{
    const string Mask = "***";
    static readonly string[] PersonalPrefixes = ["ghp_", "github_pat_", "gho_", "ghu_"];

    /// <summary>Holds a token. Blanks around it, as left by a file or a paste, are dropped.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public GitHubToken(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        Value = value.Trim();
    }

    internal string Value { get; }

    /// <summary>Whether it stands for a person, and not for an App as the token of Actions does.</summary>
    internal bool IsPersonal => PersonalPrefixes.Any(prefix => Value.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Three asterisks.</summary>
    public override string ToString() => Mask;

    /// <summary>The text without the token in it.</summary>
    internal string Hide(string text) => text.Replace(Value, Mask);
}
