using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task of a build. Derive from <see cref="FrostingTask{T}"/> or <see cref="AsyncFrostingTask{T}"/> instead.</summary>
public interface IFrostingTask
{
    /// <summary>Does the work; an exception fails the build.</summary>
    Task RunAsync(ICakeContext context);

    /// <summary>Whether to run at all. Saying no to the target itself fails the build.</summary>
    bool ShouldRun(ICakeContext context);

    /// <summary>Why the task was skipped; empty for no reason.</summary>
    string SkippedMessage => string.Empty;

    /// <summary>Called when the work failed.</summary>
    void OnError(Exception exception, ICakeContext context);

    /// <summary>Called after the work, failed or not.</summary>
    void Finally(ICakeContext context);
}
