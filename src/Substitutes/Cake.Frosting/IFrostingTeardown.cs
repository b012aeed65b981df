using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens once, after the last task.</summary>
public interface IFrostingTeardown
{
    /// <summary>Runs after the last task, whether the build succeeded or not; <paramref name="info"/> knows which.</summary>
    void Teardown(ICakeContext context, ITeardownContext info);
}
