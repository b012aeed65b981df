using PerfGate.Environments.Compose;
using PerfGate.Environments.Embedded;
using PerfGate.Environments.Migrations;
using PerfGate.Gate.Suites;
using Zenzefi.Users;

namespace Zenzefi;

/// <summary>Zenzefi sells access tokens to a proxy: people with accounts buy them, devices use them.</summary>
public sealed class ZenzefiSuite : PerfSuite
{
    static readonly string[] ProfilesWithTheUsersForIt = ["peak", "stress"];

    /// <inheritdoc />
    public override string Name => "zenzefi";

    /// <inheritdoc />
    public override string Folder => "perf/Zenzefi";

    /// <inheritdoc />
    protected override void Define(SuiteBuilder suite) => suite
        .Users<ZenzefiUser>()
        .Users<ProxyUser>()
        .Option("access-token", "a token for the proxy users, instead of one that they buy", secret: true)
        .Targets(limits => limits
            .P50(target: 50, acceptable: 100, critical: 200)
            .P95(target: 200, acceptable: 500, critical: 1000)
            .P99(target: 500, acceptable: 1000, critical: 2000)
            .ErrorRate(target: 0.001, acceptable: 0.01, critical: 0.05))
        .Targets(limits =>
        {
            foreach (var endpoint in ZenzefiUser.Endpoints.Concat(ProxyUser.Endpoints))
                limits.For(endpoint, one => one
                    .P95(target: 200, acceptable: 500, critical: 1000)
                    .ErrorRate(target: 0.001, acceptable: 0.01, critical: 0.05));
        })

        // A hundred users with 1 to 3 s of thought cannot ask 1,000 times a second, however fast the system is.
        .Targets(limits => limits.Throughput(target: 1000, acceptable: 500, critical: 200), ProfilesWithTheUsersForIt)
        .CountedBy("/metrics", "http_requests_total")
        .Fault("cpu", "FAULT_CPU_PERCENT={value}")
        .Fault("allocation", "FAULT_ALLOCATION_KB={value}")
        .Fault("lock", "FAULT_LOCK_MS={value}")
        .Fault("slow-tail", "FAULT_SLOW_TAIL_PERCENT={value}", "FAULT_SLOW_TAIL_MS=50")
        .Fault("n-plus-one", "FAULT_N_PLUS_ONE=1")
        .Fault("errors", "FAULT_ERROR_PERCENT={value}")
        .Embedded(Processes)
        .Compose(Containers);

    static EmbeddedDefinition Processes => new()
    {
        DefinedIn = "perf/Zenzefi/ZenzefiSuite.cs",
        PassThrough = ["FAULT_*", "STATUS_MODE"],
        Services =
        [
            new ServiceDefinition
            {
                Name = "api",
                Project = "perf/Zenzefi/Api/Zenzefi.Api.csproj",
                ReadyPath = "/health",
                ReadyWithin = TimeSpan.FromSeconds(60),
                Variables = new Dictionary<string, string>
                {
                    ["DATABASE_URL"] = "sqlite:///{data}/zenzefi.db",
                    ["SECRET_KEY"] = "only-for-load-tests-on-this-machine-{run}",

                    // Users log in once and stay for the whole run, a soak of two hours included.
                    ["ACCESS_TOKEN_EXPIRE_MINUTES"] = "1440",

                    // Real hashing at a cost that lets a hundred users sign up within seconds.
                    ["PASSWORD_ITERATIONS"] = "10000",
                },
            },
        ],
        Migrations = [new MigrationDefinition { Name = "schema", Apply = ["migrate"], Check = ["migrate", "--check"], Seed = ["seed"] }],
    };

    static ComposeDefinition Containers => new()
    {
        DefinedIn = "perf/Zenzefi/ZenzefiSuite.cs",
        File = "perf/Zenzefi/compose.yml",
        PassThrough = ["FAULT_*", "STATUS_MODE", "RATE_LIMIT", "DATABASE_POOL_SIZE", "POSTGRES_MAX_CONNECTIONS"],
        Published = [new PublishedProject("perf/Zenzefi/Api/Zenzefi.Api.csproj", "ZENZEFI_PUBLISHED")],
        Images =
        [
            new ImageVariable("ASPNET_IMAGE", "mcr.microsoft.com/dotnet/aspnet:10.0", "perfgate/aspnet:10"),
            new ImageVariable("POSTGRES_IMAGE", "postgres:15-alpine", "perfgate/postgres:15"),
            new ImageVariable("REDIS_IMAGE", "redis:7-alpine", "perfgate/redis:7"),
        ],
        Stores = [ComposeStore.PostgreSql("postgres", "zenzefi", "devpassword", "zenzefi_dev"), ComposeStore.Redis("redis")],
        Services = ["api"],
        Port = 8000,
        ReadyPath = "/health",
        Migrations = [new CommandMigration { Name = "schema", By = Tool.Service("migrate"), Apply = ["migrate"], Check = ["migrate", "--check"] }],
        Seeds = [new CommandSeed { Name = "test data", By = Tool.Service("migrate"), Arguments = ["seed"], Rows = new Dictionary<string, long> { ["users"] = 1000 } }],
    };
}
