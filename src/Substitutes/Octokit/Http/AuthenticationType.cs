namespace Octokit;

/// <summary>How credentials are said in the header <c>Authorization</c>.</summary>
public enum AuthenticationType
{
    /// <summary>Not at all.</summary>
    Anonymous,

    /// <summary>Login and password.</summary>
    Basic,

    /// <summary>A token, as <c>Token</c>.</summary>
    Oauth,

    /// <summary>A token, as <c>Bearer</c>.</summary>
    Bearer,
}
