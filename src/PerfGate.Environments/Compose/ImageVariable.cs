namespace PerfGate.Environments.Compose;

/// <summary>
/// A variable of the compose file that names an image. Set by the user, it is left alone; else it becomes the public image
/// when that is on this machine, else the stand-in when that is, else the public one, to be pulled.
/// </summary>
/// <param name="Variable">The variable, such as POSTGRES_IMAGE.</param>
/// <param name="Public">The image that a registry has, such as postgres:15-alpine.</param>
/// <param name="StandIn">The image that the stand-in script builds, such as perfgate/postgres:15; null for none.</param>
public sealed record ImageVariable(string Variable, string Public, string? StandIn = null);
