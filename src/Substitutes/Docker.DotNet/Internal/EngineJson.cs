#nullable enable
using System.Text.Json;

namespace Docker.DotNet.Internal;

/// <summary>How the engine writes JSON.</summary>
internal static class EngineJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        // The engine's spelling has changed between versions, never its letters.
        PropertyNameCaseInsensitive = true,
        Converters = { new EngineDateConverter() },
    };
}
