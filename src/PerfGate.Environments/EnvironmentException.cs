namespace PerfGate.Environments;

/// <summary>
/// The environment could not do what was asked, for a reason that a user can act on. The message says what happened, the
/// value seen, where the limit lives and what to do next; secrets in it are masked.
/// </summary>
public class EnvironmentException : Exception
{
    /// <summary>An exception with that message.</summary>
    public EnvironmentException(string message) : base(message)
    {
    }

    /// <summary>An exception with that message and its cause.</summary>
    public EnvironmentException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
