using CoreVia.Api.Data;
using CoreVia.Api.Http;

namespace CoreVia.Api.Auth;

/// <summary>What a new user tells about themselves.</summary>
internal sealed record RegisterInput(string Name, string Email, string Password, UserType UserType) : IBody<RegisterInput>
{
    /// <remarks>The load suite calls the name <c>full_name</c>.</remarks>
    public static RegisterInput Read(BodyFields fields) => new(
        fields.Text(fields.Either("name", "full_name"), least: 2, most: User.LongestName),
        EmailRule.Normalise(fields.Text("email", EmailRule.Check)),
        fields.Text("password", least: 6, most: 128),
        UserTypeField.Read(fields));
}
