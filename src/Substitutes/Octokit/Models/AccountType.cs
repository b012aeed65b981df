using System.Text.Json.Serialization;

namespace Octokit;

/// <summary>Kinds of accounts.</summary>
public enum AccountType
{
    /// <summary>A person.</summary>
    [JsonStringEnumMemberName("User")]
    User,

    /// <summary>An organization.</summary>
    [JsonStringEnumMemberName("Organization")]
    Organization,

    /// <summary>An App, such as Actions.</summary>
    [JsonStringEnumMemberName("Bot")]
    Bot,

    /// <summary>Stands for somebody elsewhere, after a migration.</summary>
    [JsonStringEnumMemberName("Mannequin")]
    Mannequin,
}
