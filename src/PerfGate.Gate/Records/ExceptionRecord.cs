namespace PerfGate.Gate.Records;

/// <summary>One exception of user code, however often.</summary>
/// <param name="Where">User class and task.</param>
/// <param name="Type">Full type name.</param>
/// <param name="Message">Its message.</param>
/// <param name="Stack">The stack of its first occurrence.</param>
/// <param name="Count">How often.</param>
/// <param name="FirstSeconds">First seen, seconds after the start of load.</param>
/// <param name="LastSeconds">Last seen, seconds after the start of load.</param>
public sealed record ExceptionRecord(
    string Where, string Type, string Message, string Stack, long Count, double FirstSeconds, double LastSeconds);
