namespace Cake.Frosting;

/// <summary>What happens around a whole build. Derive from <see cref="FrostingLifetime{TContext}"/> instead.</summary>
public interface IFrostingLifetime : IFrostingSetup, IFrostingTeardown;
