namespace Docker.DotNet.Tests.Support;

internal static class RequestAssertions
{
    /// <summary>The same path and the same parameters, whatever their order.</summary>
    public static void ShouldBeRequest(this string actual, string expected) => Parts(actual).ShouldBe(Parts(expected));

    static string[] Parts(string request)
    {
        var path = request.Split('?', 2);
        return [path[0], .. path.Skip(1).SelectMany(query => query.Split('&').Order(StringComparer.Ordinal))];
    }
}
