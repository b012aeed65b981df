using System.Text;
using Zenzefi.Api.Http;

namespace Zenzefi.Api.Auth;

/// <summary>What a new user tells about themselves.</summary>
internal sealed record RegisterInput(string Email, string Username, string Password, string? FullName) : IInput<RegisterInput>
{
    const int LongestPasswordBytes = 72;

    public static InputPlace Place => InputPlace.Body;

    public static RegisterInput Read(FieldReader fields) => new(
        EmailRule.Normalise(fields.Text("email", EmailRule.Check)),
        fields.Text("username", least: 3, most: 50),
        fields.Text("password", CheckPassword, least: 8),
        fields.OptionalText("full_name"));

    static string? CheckPassword(string password) => Encoding.UTF8.GetByteCount(password) > LongestPasswordBytes
        ? $"the password has more than {LongestPasswordBytes} bytes"
        : null;
}
