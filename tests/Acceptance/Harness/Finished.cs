namespace Acceptance.Harness;

/// <summary>A command that ran to its end.</summary>
public sealed record Finished(int ExitCode, string Output, string Errors, TimeSpan Took)
{
    public string Everything => Output + Errors;
}
