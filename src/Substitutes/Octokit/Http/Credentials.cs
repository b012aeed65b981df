namespace Octokit;

/// <summary>As whom to call. A secret: has no text form.</summary>
public class Credentials
{
    /// <summary>As nobody.</summary>
    public static readonly Credentials Anonymous = new();

    Credentials()
    {
    }

    /// <summary>Login and password.</summary>
    public Credentials(string login, string password)
        : this(password, AuthenticationType.Basic)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(login);
        Login = login;
    }

    /// <summary>A token.</summary>
    public Credentials(string token)
        : this(token, AuthenticationType.Oauth)
    {
    }

    /// <summary>A token, and how it is said.</summary>
    public Credentials(string token, AuthenticationType authenticationType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        Password = token;
        AuthenticationType = authenticationType;
    }

    /// <summary>The login; <c>null</c> with a token.</summary>
    public string Login { get; }

    /// <summary>The password or the token.</summary>
    public string Password { get; }

    /// <summary>How they are said.</summary>
    public AuthenticationType AuthenticationType { get; }
}
