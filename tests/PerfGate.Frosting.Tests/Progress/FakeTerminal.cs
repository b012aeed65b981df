using System.Text;
using Spectre.Console;

namespace PerfGate.Frosting.Tests.Progress;

/// <summary>A terminal of a given size that keeps what was written.</summary>
internal sealed class FakeTerminal(int width, int height, bool isTerminal = true) : IAnsiConsoleOutput
{
    public TextWriter Writer { get; } = new StringWriter();

    public bool IsTerminal => isTerminal;

    public int Width => width;

    public int Height => height;

    public string Written => Writer.ToString()!;

    public void SetEncoding(Encoding encoding)
    {
    }

    public IAnsiConsole Console(bool ansi = true) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = ansi ? AnsiSupport.Yes : AnsiSupport.No,
        ColorSystem = ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.Yes,
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        Out = this,
    });
}
