using Cake.Core;

namespace Cake.Frosting;

/// <summary>The context that a build derives its own from, to carry its settings and state from task to task.</summary>
/// <param name="context">The engine's own context.</param>
public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext;
