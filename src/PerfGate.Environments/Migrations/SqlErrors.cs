using System.Globalization;
using Npgsql;

namespace PerfGate.Environments.Migrations;

/// <summary>What a database said, so that one can find the place.</summary>
internal static class SqlErrors
{
    /// <summary>In words, without the place.</summary>
    public static string Describe(Exception exception) => exception is PostgresException said
        ? $"{said.MessageText} (SQLSTATE {said.SqlState}){Part(" Detail: ", said.Detail)}{Part(" Hint: ", said.Hint)}"
        : exception.GetBaseException().Message;

    /// <summary>The line of the text that it is about, such as ":12"; empty when that cannot be told.</summary>
    public static string Line(Exception exception, string text)
    {
        // The position counts from the start of a statement, and nobody says of which. It is the one from whose start, that many
        // characters on, stands the word that the message quotes.
        if (exception is not PostgresException { Position: > 0 } said
            || said.MessageText.Split('"') is not [_, { Length: > 0 } word, ..])
        {
            return "";
        }

        var places = Places(text, word).Where(place => BeginsStatement(text, place - said.Position + 1)).ToList();
        return places is [var only]
            ? string.Create(CultureInfo.InvariantCulture, $":{1 + text.AsSpan(0, only).Count('\n')}")
            : "";
    }

    static IEnumerable<int> Places(string text, string word)
    {
        var at = -1;
        while ((at = text.IndexOf(word, at + 1, StringComparison.Ordinal)) >= 0)
        {
            yield return at;
        }
    }

    static bool BeginsStatement(string text, int at) => at >= 0 && text.AsSpan(0, at).TrimEnd() is [] or [.., ';'];

    static string Part(string before, string? text) => string.IsNullOrEmpty(text) ? "" : before + text;
}
