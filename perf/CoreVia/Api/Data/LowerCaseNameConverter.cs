using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CoreVia.Api.Data;

/// <summary>Stores a word of an enum under the name that PostgreSQL's own enum has for it.</summary>
internal sealed class LowerCaseNameConverter<TEnum>() : ValueConverter<TEnum, string>(
    value => Words<TEnum>.Of(value),
    word => Words<TEnum>.Parse(word))
    where TEnum : struct, Enum;
