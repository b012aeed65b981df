using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Zenzefi.Api.Data;

/// <summary>Money as whole hundredths, so that sums and comparisons made by the database are exact.</summary>
internal sealed class HundredthsConverter() : ValueConverter<decimal, long>(
    amount => (long)(amount * 100m),
    hundredths => hundredths / 100.00m);
