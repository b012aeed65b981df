using Cake.Core;

namespace Cake.Frosting;

/// <summary>A synchronous task that needs nothing of the build's own context.</summary>
public abstract class FrostingTask : FrostingTask<ICakeContext>;
