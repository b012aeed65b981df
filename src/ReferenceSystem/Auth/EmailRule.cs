using System.Text.RegularExpressions;

namespace ReferenceSystem.Auth;

/// <summary>
/// What counts as an e-mail address: the usual syntax. Domains for special use, such as <c>.local</c>, are welcome,
/// because the load suite's users live there.
/// </summary>
internal static partial class EmailRule
{
    const int LongestAddress = 254;
    const int LongestLocalPart = 64;

    /// <summary>What is wrong with an address, or null.</summary>
    public static string? Check(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? "an e-mail address must have an @-sign"
            : address.Length > LongestAddress || at > LongestLocalPart ? "the e-mail address is too long"
            : !LocalPart.IsMatch(address.AsSpan(0, at)) ? "the part before the @-sign is not valid"
            : !Domain.IsMatch(address.AsSpan(at + 1)) ? "the part after the @-sign is not a domain with a dot"
            : null;
    }

    /// <summary>The same address as every other spelling of it: domains know no case.</summary>
    public static string Normalise(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? address : address[..at] + address[at..].ToLowerInvariant();
    }

    [GeneratedRegex(@"\A[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LocalPart { get; }

    [GeneratedRegex(@"\A([\p{L}\p{Nd}]([\p{L}\p{Nd}-]{0,61}[\p{L}\p{Nd}])?\.)+[\p{L}\p{Nd}-]{2,63}\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Domain { get; }
}
