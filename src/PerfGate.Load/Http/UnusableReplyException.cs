namespace PerfGate.Load;

/// <summary>
/// The reply cannot be read as the user wants to. The request is already recorded as failed, so the engine lets this
/// exception end the task and does not count it among the exceptions of user code.
/// </summary>
public sealed class UnusableReplyException : Exception
{
    internal UnusableReplyException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
