using System.Globalization;
using Zenzefi.Api.Http;

namespace Zenzefi.Api.Currency;

/// <summary>How much to add.</summary>
internal sealed record DepositInput(decimal Amount) : IInput<DepositInput>
{
    public static InputPlace Place => InputPlace.Body;

    /// <summary>The amount as it was written: <c>500</c> stays <c>500</c>.</summary>
    public string AsWritten => Amount.ToString(CultureInfo.InvariantCulture);

    public static DepositInput Read(FieldReader fields) => new(fields.Amount("amount"));
}
