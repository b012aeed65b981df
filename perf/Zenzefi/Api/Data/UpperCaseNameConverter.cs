using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Zenzefi.Api.Data;

/// <summary>Stores a transaction type under the name that PostgreSQL's own enum has for it.</summary>
internal sealed class UpperCaseNameConverter() : ValueConverter<TransactionType, string>(
    type => TransactionTypeNames.Stored(type),
    name => TransactionTypeNames.FromStored(name));
