using System.Text.Json.Serialization;

namespace Octokit;

/// <summary>How serious an annotation is.</summary>
public enum CheckAnnotationLevel
{
    /// <summary>Good to know.</summary>
    [JsonStringEnumMemberName("notice")]
    Notice,

    /// <summary>Better not.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>Wrong.</summary>
    [JsonStringEnumMemberName("failure")]
    Failure,
}
