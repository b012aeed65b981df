namespace PerfGate.Gate.Runs;

/// <summary>The gate cannot do what it was asked for; the message says what happened, the value, the limit and the next command.</summary>
public sealed class GateException : Exception
{
    /// <summary>With a message for the person at the terminal.</summary>
    public GateException(string message)
        : base(message)
    {
    }

    /// <summary>With a message for the person at the terminal and what caused it.</summary>
    public GateException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
