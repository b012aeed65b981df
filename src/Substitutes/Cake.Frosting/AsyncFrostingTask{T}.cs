using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task of a build whose work is asynchronous. It is found when its class is public and not abstract.</summary>
/// <typeparam name="T">The build's context.</typeparam>
public abstract class AsyncFrostingTask<T> : IFrostingTask
    where T : ICakeContext
{
    /// <summary>Does the work; an exception fails the build.</summary>
    public virtual Task RunAsync(T context) => Task.CompletedTask;

    /// <summary>Whether to run at all; yes unless overridden. Saying no to the target itself fails the build.</summary>
    public virtual bool ShouldRun(T context) => true;

    /// <summary>Called when the work failed. Overriding it swallows the failure, unless it throws itself.</summary>
    public virtual void OnError(Exception exception, T context)
    {
    }

    /// <summary>Called after the work (and after <see cref="OnError"/>), failed or not.</summary>
    public virtual void Finally(T context)
    {
    }

    Task IFrostingTask.RunAsync(ICakeContext context) => RunAsync((T)context);

    bool IFrostingTask.ShouldRun(ICakeContext context) => ShouldRun((T)context);

    void IFrostingTask.OnError(Exception exception, ICakeContext context) => OnError(exception, (T)context);

    void IFrostingTask.Finally(ICakeContext context) => Finally((T)context);
}
