using System.Buffers;

namespace PerfGate.Gate.Recording;

/// <summary>Names that files and folders are called by: letters, digits, dot, dash and underscore, and nothing that leads elsewhere.</summary>
internal static class PlainName
{
    static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_");

    public static bool Is(string name) => name.Length is > 0 and <= 100 && name[0] != '.' && !name.AsSpan().ContainsAnyExcept(Allowed);
}
