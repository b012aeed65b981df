using System.Text;
using System.Text.RegularExpressions;

namespace Cake.Frosting.Tests.Support;

/// <summary>
/// Listens to the console of the process. It takes the place of the console once and stays, because libraries keep the
/// writer that they found first.
/// </summary>
internal sealed partial class CapturedConsole : TextWriter
{
    static readonly CapturedConsole Instance = Install();

    readonly TextWriter original = Console.Out;
    StringBuilder? captured;

    public override Encoding Encoding => original.Encoding;

    public static string During(Action action)
    {
        var text = Instance.captured = new StringBuilder();
        try
        {
            action();
        }
        finally
        {
            Instance.captured = null;
        }

        return Colours.Replace(text.ToString(), "").ReplaceLineEndings("\n");
    }

    public override void Write(char value)
    {
        if (captured is { } text) text.Append(value);
        else original.Write(value);
    }

    static CapturedConsole Install()
    {
        var console = new CapturedConsole();
        Console.SetOut(console);
        Console.SetError(console);
        return console;
    }

    [GeneratedRegex(@"\e\[[0-9;]*m", RegexOptions.NonBacktracking)]
    private static partial Regex Colours { get; }
}
