namespace PerfGate.Environments.Processes;

/// <summary>
/// A program to start, with its arguments as a list: no shell reads them. The child sees a curated set of variables (where
/// programs, homes and temporary folders are), what <see cref="Variables"/> declares, and nothing else.
/// </summary>
public sealed record ProcessCommand
{
    /// <summary>A command.</summary>
    /// <param name="program">A path, or a name to be found on PATH.</param>
    /// <param name="arguments">Its arguments, unquoted.</param>
    public ProcessCommand(string program, params IReadOnlyList<string> arguments)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(program);
        Program = program;
        Arguments = arguments;
    }

    /// <summary>A path, or a name to be found on PATH.</summary>
    public string Program { get; }

    /// <summary>Its arguments, unquoted.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>Where it starts; null for the current folder.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Variables that the child gets beside the curated ones; they win over those.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Names, or patterns such as <c>FAULT_*</c>, of own variables to hand on. What looks like a secret never is.
    /// </summary>
    public IReadOnlyList<string> PassThrough { get; init; } = [];

    /// <summary>How long it may run to completion before it is killed; more than zero. Does not bind a service.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The command as one would type it. Secrets are not masked here.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(Program).Select(Quoted));

    static string Quoted(string word) =>
        word.Length > 0 && !word.Any(character => char.IsWhiteSpace(character) || character is '"' or '\'' or '$')
            ? word
            : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
