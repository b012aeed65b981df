using System.Text.Json;
using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Recording;

/// <summary>Reads and writes records as JSON files, and says in one sentence why one cannot be read.</summary>
internal static class RecordFile
{
    public static void Write<T>(string path, T record) =>
        AtomicFile.Write(path, stream =>
        {
            JsonSerializer.Serialize(stream, record, RecordJson.Options);
            stream.Write("\n"u8);
        });

    /// <summary>Reads a record and checks it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">What it is meant to be.</param>
    /// <param name="problems">What is wrong with the record itself, in sentences.</param>
    /// <exception cref="GateException">It is missing, damaged, of another shape or of a newer version.</exception>
    public static T Read<T>(string path, RecordKind kind, Func<T, IEnumerable<string>> problems)
    {
        var bytes = Bytes(path, kind);
        try
        {
            CheckSchema(path, kind, bytes);
            var record = JsonSerializer.Deserialize<T>(bytes, RecordJson.Options) ?? throw new JsonException("It holds nothing.");
            var found = problems(record).Take(3).ToList();
            return found.Count == 0 ? record : throw Damaged(path, kind, string.Join(' ', found));
        }
        catch (JsonException e)
        {
            throw Damaged(path, kind, Sentence(e), e);
        }
    }

    static byte[] Bytes(string path, RecordKind kind)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new GateException($"There is no {kind.Name} at {path}.\n  {kind.Remedy}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GateException($"The {kind.Name} {path} cannot be opened: {e.Message}\n  Make it readable, or: {kind.Remedy}", e);
        }
    }

    // Before anything else: what a newer program wrote need not have our shape at all.
    static void CheckSchema(string path, RecordKind kind, byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("It is not a JSON object.");
        if (!document.RootElement.TryGetProperty("schema", out var schema)) throw new JsonException("It says nothing of its schema.");
        if (schema.ValueKind != JsonValueKind.Number || !schema.TryGetInt32(out var version) || version < 1)
            throw new JsonException($"Its schema is {schema.GetRawText()}, and not a version from 1 on.");
        if (version > kind.Schema)
            throw new GateException($"The {kind.Name} {path} has schema {version}, and this program reads up to {kind.Schema}: a newer one wrote it.\n  Update PerfGate, or: {kind.Remedy}");
    }

    static GateException Damaged(string path, RecordKind kind, string why, Exception? cause = null)
    {
        var message = $"The {kind.Name} {path} is damaged: {why}\n  This program reads up to schema {kind.Schema}. {kind.Remedy}";
        return cause is null ? new GateException(message) : new GateException(message, cause);
    }

    static string Sentence(JsonException e) =>
        e.Path is null || e.Message.Contains("Path:", StringComparison.Ordinal) ? e.Message : $"{e.Message} (at {e.Path})";
}
