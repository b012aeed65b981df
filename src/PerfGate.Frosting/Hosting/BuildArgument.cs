namespace PerfGate.Frosting.Hosting;

/// <summary>An argument that the command line may carry.</summary>
/// <param name="Name">Its name without the dashes.</param>
/// <param name="Description">One line of help.</param>
internal sealed record BuildArgument(string Name, string Description);
