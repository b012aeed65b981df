using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class MoneyOnSqlite(SharedServer shared) : MoneyUnderConcurrency(shared.Store);
