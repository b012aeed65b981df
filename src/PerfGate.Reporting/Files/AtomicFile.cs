using System.Text;

namespace PerfGate.Reporting.Files;

/// <summary>Writes a file whole or not at all: beside it first, flushed to the disk, then renamed over it.</summary>
internal static class AtomicFile
{
    static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes <paramref name="text"/> as UTF-8 without a byte order mark.</summary>
    /// <exception cref="ReportWriteException">The disk is full, the folder is read-only, or anything else in the way.</exception>
    public static async Task WriteAsync(string path, string text, CancellationToken ct)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true))
            {
                await file.WriteAsync(Utf8.GetBytes(text), ct);
                await file.FlushAsync(ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception reason)
        {
            Forget(temporary);
            if (reason is IOException or UnauthorizedAccessException) throw new ReportWriteException(path, reason);
            throw;
        }
    }

    static void Forget(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // Whatever hindered the write hinders the clean-up too; the reason for the write is the one to tell.
        }
    }
}
