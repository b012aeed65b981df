#nullable enable
using System.Net.Http.Headers;
using System.Text;

namespace Octokit.Internal;

/// <summary>Says credentials to GitHub, and to nobody else.</summary>
internal static class Authorization
{
    /// <summary>The header, or <c>null</c> for nobody.</summary>
    /// <exception cref="FormatException">The secret cannot be in a header; it is not in the message either.</exception>
    public static AuthenticationHeaderValue? For(Credentials credentials)
    {
        if (credentials.Password?.Any(character => character is <= ' ' or > '~') == true
            && credentials.AuthenticationType != AuthenticationType.Basic)
        {
            throw new FormatException(
                "The token for GitHub has a character that no token has, such as a line break at its end. It is not shown here.");
        }

        return credentials.AuthenticationType switch
        {
            AuthenticationType.Basic => new("Basic", Base64($"{credentials.Login}:{credentials.Password}")),
            AuthenticationType.Oauth => new("Token", credentials.Password),
            AuthenticationType.Bearer => new("Bearer", credentials.Password),
            _ => null,
        };
    }

    /// <summary>A text without the secret, should somebody on the way have put it there.</summary>
    public static string Masked(string text, Credentials credentials) =>
        credentials.Password is { } secret ? text.Replace(secret, "***", StringComparison.Ordinal) : text;

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
