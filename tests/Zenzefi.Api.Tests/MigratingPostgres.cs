using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class MigratingPostgres(PostgresCluster cluster) : Migrating(cluster)
{
    protected override string IndexNames => """SELECT indexname AS "Value" FROM pg_indexes WHERE indexname LIKE 'IX%'""";

    [Fact]
    public async Task Says_where_the_server_should_have_been()
    {
        var (exitCode, _, errors) = await Migration.RunAsync("postgresql://ann:secret@127.0.0.1:1/zenzefi");

        exitCode.ShouldBe(1);
        errors.ShouldStartWith("Cannot use postgresql://ann@127.0.0.1:1/zenzefi: ");
        errors.ShouldNotContain("secret");
    }
}
