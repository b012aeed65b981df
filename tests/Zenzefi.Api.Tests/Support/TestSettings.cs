using Microsoft.Extensions.Configuration;

namespace Zenzefi.Api.Tests.Support;

/// <summary>An environment made of what a test says and nothing else; what is said last counts.</summary>
internal static class TestSettings
{
    public static IConfiguration With(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings
            .GroupBy(setting => setting.Name)
            .ToDictionary(same => same.Key, same => (string?)same.Last().Value))
        .Build();
}
