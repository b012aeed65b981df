namespace PerfGate.Gate.Suites;

/// <summary>An option of a suite's own on the command line, such as --access-token.</summary>
/// <param name="Name">Its name without the dashes.</param>
/// <param name="Description">What it is for, in one line of help.</param>
/// <param name="Secret">Whether its value is masked in everything that is written.</param>
public sealed record SuiteOption(string Name, string Description, bool Secret);
