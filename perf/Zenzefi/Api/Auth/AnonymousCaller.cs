using Zenzefi.Api.Limits;

namespace Zenzefi.Api.Auth;

/// <summary>Somebody who has not logged in yet, known by their address only.</summary>
internal sealed class AnonymousCaller : ILimited
{
    AnonymousCaller(string address) => Limited = (LimitClass.Auth, address);

    public (LimitClass Class, string Identity)? Limited { get; }

    /// <summary>Called by the framework to make the parameter of a handler.</summary>
    public static ValueTask<AnonymousCaller?> BindAsync(HttpContext context) =>
        ValueTask.FromResult<AnonymousCaller?>(new(context.Connection.RemoteIpAddress?.ToString() ?? ""));
}
