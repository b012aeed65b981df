using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class RateLimitsInProcess(SharedServer shared) : RateLimits(shared)
{
    protected override Task<(string Name, string Value)[]> PlaceAsync() => Task.FromResult<(string, string)[]>([]);
}
