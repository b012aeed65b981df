namespace Cake.Frosting.Tests.Support;

/// <param name="ExitCode">What <see cref="CakeHost.Run"/> returned.</param>
/// <param name="Journal">What tasks and lifetimes noted, in order.</param>
/// <param name="Output">What was printed to the console, errors included, colours left out.</param>
internal sealed record BuildOutcome(int ExitCode, IReadOnlyList<string> Journal, string Output)
{
    public IReadOnlyList<string> Lines { get; } = [.. Output.Split('\n').Select(line => line.Trim())];
}
