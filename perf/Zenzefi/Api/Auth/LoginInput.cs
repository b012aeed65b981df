using Zenzefi.Api.Http;

namespace Zenzefi.Api.Auth;

/// <summary>What a user logs in with.</summary>
internal sealed record LoginInput(string Email, string Password) : IInput<LoginInput>
{
    public static InputPlace Place => InputPlace.Body;

    public static LoginInput Read(FieldReader fields) =>
        new(EmailRule.Normalise(fields.Text("email", EmailRule.Check)), fields.Text("password"));
}
