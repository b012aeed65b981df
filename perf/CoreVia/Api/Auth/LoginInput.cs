using CoreVia.Api.Data;
using CoreVia.Api.Http;

namespace CoreVia.Api.Auth;

/// <summary>What a user logs in with.</summary>
internal sealed record LoginInput(string Email, string Password, UserType UserType) : IBody<LoginInput>
{
    public static LoginInput Read(BodyFields fields) => new(
        EmailRule.Normalise(fields.Text("email", EmailRule.Check)),
        fields.Text("password", least: 1, most: 128),
        UserTypeField.Read(fields));
}
