using Microsoft.Extensions.Configuration;

namespace Zenzefi.Api.Tests.Support;

/// <summary>An environment made of what a test says and nothing else.</summary>
internal static class TestSettings
{
    public static IConfiguration With(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value))
        .Build();
}
