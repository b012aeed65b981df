using Zenzefi.Api.Http;

namespace Zenzefi.Api.Tokens;

/// <summary>What token to buy.</summary>
internal sealed record PurchaseInput(int DurationHours, string Scope) : IInput<PurchaseInput>
{
    static readonly string[] Scopes = ["full", "certificates_only"];

    public static InputPlace Place => InputPlace.Body;

    public static PurchaseInput Read(FieldReader fields) =>
        new(fields.Integer("duration_hours", least: 1), fields.Choice("scope", Scopes) ?? "full");
}
