using System.Security.Cryptography;
using System.Text;

namespace PerfGate.Environments.Migrations;

/// <summary>A file of SQL.</summary>
/// <param name="Name">Its name, without its folder.</param>
/// <param name="Text">What is in it.</param>
internal sealed record SqlFile(string Name, string Text)
{
    /// <summary>SHA-256 of the text. Ends of lines do not count: a checkout may change them.</summary>
    public string Checksum { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\n"))));

    /// <summary>The files of a folder in ordinal order of their names.</summary>
    /// <exception cref="EnvironmentException">There is no such folder, or no such file in it.</exception>
    public static async Task<IReadOnlyList<SqlFile>> ReadFolderAsync(string folder, string definedIn, CancellationToken ct)
    {
        string[] paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.sql") : [];
        if (paths.Length == 0)
        {
            throw new EnvironmentException(
                $"There are no SQL files to migrate by: {folder} "
                + $"{(Directory.Exists(folder) ? "holds no *.sql" : "is not there")}.\n"
                + $"  The folder is written in {definedIn}.");
        }

        var files = new List<SqlFile>();
        foreach (var path in paths.OrderBy(Path.GetFileName, StringComparer.Ordinal))
        {
            files.Add(new SqlFile(Path.GetFileName(path), await File.ReadAllTextAsync(path, ct)));
        }

        return files;
    }
}
