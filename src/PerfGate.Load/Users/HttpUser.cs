namespace PerfGate.Load;

/// <summary>
/// A user that talks HTTP through <see cref="UserContext.Http"/>. It adds nothing to <see cref="VirtualUser"/> but its
/// name, which tells a reader what kind of load this is.
/// </summary>
public abstract class HttpUser : VirtualUser;
