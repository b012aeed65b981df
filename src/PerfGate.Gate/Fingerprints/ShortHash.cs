using System.Security.Cryptography;
using System.Text;

namespace PerfGate.Gate.Fingerprints;

/// <summary>Twelve hexadecimal digits that stand for a list of texts.</summary>
internal static class ShortHash
{
    const int Digits = 12;

    /// <summary>The order of the texts and where each of them ends count too.</summary>
    public static string Of(IEnumerable<string> texts)
    {
        var whole = string.Concat(texts.Select(text => $"{text.Length}:{text}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..Digits];
    }
}
