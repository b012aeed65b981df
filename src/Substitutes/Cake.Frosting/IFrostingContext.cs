using Cake.Core;

namespace Cake.Frosting;

/// <summary>What tasks and lifetimes are given to work with; one instance per build.</summary>
public interface IFrostingContext : ICakeContext;
