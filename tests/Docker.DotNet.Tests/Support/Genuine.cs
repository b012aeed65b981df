namespace Docker.DotNet.Tests.Support;

/// <summary>
/// The tests hold for the genuine package, too, but for the few that ask more of an error than it gives.
/// </summary>
internal static class Genuine
{
    public static void IsExcused(string why) =>
        Assert.SkipWhen(typeof(DockerClient).Assembly.GetName().Version >= new Version(3, 0), $"The genuine package {why}");
}
