using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens once, before the first task.</summary>
public interface IFrostingSetup
{
    /// <summary>Runs before the first task, in a dry run too; an exception fails the build and no task runs.</summary>
    void Setup(ICakeContext context, ISetupContext info);
}
