using System.Text.RegularExpressions;

namespace PerfGate.Environments.Processes;

/// <summary>
/// Masks secret values as <c>***</c> wherever text leaves the gate. A value is secret when it was declared so, or when the
/// name of its variable looks so (*TOKEN*, *SECRET*, *PASSWORD*, …). Passwords in URLs are masked as well.
/// </summary>
public sealed partial class Redactor
{
    // ACCESS_TOKEN_EXPIRE_MINUTES=60 looks like a secret by its name; masking every "60" would make logs unreadable.
    const int ShortestGuessed = 8;

    readonly string[] secrets;

    Redactor(IEnumerable<string> secrets) => this.secrets =
    [
        .. secrets
            .Where(secret => secret.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(secret => secret.Length),
    ];

    /// <summary>Masks exactly those values.</summary>
    public static Redactor Of(params IEnumerable<string> secrets) => new(secrets);

    /// <summary>Masks the values, from 8 characters on, of those variables whose names look like secrets.</summary>
    public static Redactor OfVariables(IEnumerable<KeyValuePair<string, string>> variables) => new(Guessed(variables));

    /// <summary>
    /// Masks those variables' secrets as well: the declared ones whatever their length, and those that look so.
    /// </summary>
    public Redactor With(IReadOnlyDictionary<string, string> variables, IReadOnlyCollection<string> declared) =>
        new(secrets
            .Concat(variables.Where(pair => declared.Contains(pair.Key)).Select(pair => pair.Value))
            .Concat(Guessed(variables)));

    /// <summary>The text with every secret replaced.</summary>
    public string Mask(string text)
    {
        foreach (var secret in secrets)
        {
            text = text.Replace(secret, "***", StringComparison.Ordinal);
        }

        return text.Contains("://", StringComparison.Ordinal) ? PasswordInUrl().Replace(text, "${before}***@") : text;
    }

    static IEnumerable<string> Guessed(IEnumerable<KeyValuePair<string, string>> variables) =>
        variables.Where(pair => SecretNames.Match(pair.Key) && pair.Value.Length >= ShortestGuessed).Select(pair => pair.Value);

    [GeneratedRegex(@"(?<before>://[^\s/:@]*:)[^\s/@]+@", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PasswordInUrl();
}
