namespace PerfGate.Load.Results;

/// <summary>One exception thrown by user code, however often.</summary>
/// <param name="Where">The user class and task, such as "ZenzefiUser.ReadBalance".</param>
/// <param name="Type">The exception's full type name.</param>
/// <param name="Message">Its message.</param>
/// <param name="Stack">The stack of its first occurrence.</param>
/// <param name="Count">How often it was thrown.</param>
/// <param name="First">First seen, after the start of load.</param>
/// <param name="Last">Last seen, after the start of load.</param>
public sealed record ExceptionGroup(
    string Where, string Type, string Message, string Stack, long Count, TimeSpan First, TimeSpan Last);
