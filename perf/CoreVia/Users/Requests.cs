using PerfGate.Load;

namespace CoreVia.Users;

/// <summary>Requests whose outcome is their status alone: below 400 is a success.</summary>
internal static class Requests
{
    public static async Task Send(this UserContext user, Endpoint endpoint) => (await user.Http.Send(endpoint)).Dispose();

    public static async Task Send(this UserContext user, Endpoint endpoint, Action<RequestSetup> setup) =>
        (await user.Http.Send(endpoint, setup)).Dispose();

    /// <summary>Draws one of the items that a page lists.</summary>
    /// <returns>Null when it lists none, or did not come.</returns>
    public static async Task<Item?> DrawFrom(this UserContext user, Endpoint page)
    {
        using var reply = await user.Http.Send(page);
        return reply.Status == 200 && reply.Json<Page>().Items is { Count: > 0 } items ? user.Random.OneOf(items) : null;
    }
}
