using Zenzefi.Api.Http;

namespace Zenzefi.Api.Tokens;

/// <summary>Which of one's tokens to list.</summary>
internal sealed record MyTokensInput(bool ActiveOnly) : IInput<MyTokensInput>
{
    public static InputPlace Place => InputPlace.Query;

    public static MyTokensInput Read(FieldReader fields) => new(fields.Flag("active_only", fallback: true));
}
