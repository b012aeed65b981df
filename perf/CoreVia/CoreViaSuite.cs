using CoreVia.Users;
using PerfGate.Environments.Compose;
using PerfGate.Environments.Embedded;
using PerfGate.Environments.Migrations;
using PerfGate.Gate.Suites;
using PerfGate.Load;

namespace CoreVia;

/// <summary>CoreVia is a fitness app: students train, post and shop, trainers sell to them.</summary>
public sealed class CoreViaSuite : PerfSuite
{
    static readonly string[] ProfilesWithTheUsersForIt = ["peak", "stress"];

    // Where users arrive during the warm-up, nothing that is measured registers or logs in.
    static readonly string[] ProfilesThatMeasureArrivals = ["spike"];

    /// <inheritdoc />
    public override string Name => "corevia";

    /// <inheritdoc />
    public override string Folder => "perf/CoreVia";

    /// <inheritdoc />
    protected override void Define(SuiteBuilder suite) => suite
        .Users<CoreViaUser>(weight: 9)
        .Users<TrainerUser>(weight: 1)
        .Mix("90-10", mix => mix.Users<CoreViaUser>(weight: 9).Users<TrainerUser>(weight: 1))
        .Mix("50-50", mix => mix.Users<CoreViaUser>().Users<TrainerUser>())
        .Targets(limits =>
        {
            limits.ErrorRate(target: 0.001, acceptable: 0.01, critical: 0.05).ConcurrentUsers(target: 500, acceptable: 100, critical: 100);
            P95(limits, 200, 500, 1000, Endpoints.Feed, Endpoints.FeedForLike, Endpoints.FeedForComment);
            P95(limits, 300, 1000, 2000, Endpoints.CreatePost, Endpoints.TrainerPost);
            P95(limits, 250, 500, 1000, Endpoints.Browse, Endpoints.BrowseForDetail);
            P95(limits, 500, 1500, 3000, Endpoints.Dashboard);
            P95(limits, 150, 300, 500, Endpoints.LikePost);
        })
        .Targets(
            limits => P95(limits, 400, 1000, 2000, Endpoints.Register, Endpoints.RegisterTrainer, Endpoints.LogIn, Endpoints.LogInInstead),
            ProfilesThatMeasureArrivals)

        // A hundred users with 1 to 5 s of thought ask some 50 times a second, however fast the system is.
        .Targets(limits => limits.Throughput(target: 500, acceptable: 100, critical: 100), ProfilesWithTheUsersForIt)
        .Criteria(success => success
            .ErrorRate(below: 0.01)
            .P95(TimeSpan.FromMilliseconds(500), Endpoints.Feed, Endpoints.CreatePost, Endpoints.Browse, Endpoints.LikePost)
            .ConcurrentUsers(atLeast: 100)
            .NoMemoryLeak()
            .StableConnections()
            .NoCrashes())
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
        DefinedIn = "perf/CoreVia/CoreViaSuite.cs",
        PassThrough = ["FAULT_*", "RATE_LIMIT"],
        Services =
        [
            new ServiceDefinition
            {
                Name = "api",
                Project = "perf/CoreVia/Api/CoreVia.Api.csproj",
                ReadyPath = "/health",
                ReadyWithin = TimeSpan.FromSeconds(60),
                Variables = new Dictionary<string, string>
                {
                    ["DATABASE_URL"] = "sqlite:///{data}/corevia.db",
                    ["SECRET_KEY"] = "only-for-load-tests-on-this-machine-{run}",

                    // Users sign in once and stay for the whole run, a soak of two hours included.
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
        DefinedIn = "perf/CoreVia/CoreViaSuite.cs",
        File = "perf/CoreVia/compose.yml",
        PassThrough = ["FAULT_*", "RATE_LIMIT", "DATABASE_POOL_SIZE", "POSTGRES_MAX_CONNECTIONS"],
        Published = [new PublishedProject("perf/CoreVia/Api/CoreVia.Api.csproj", "COREVIA_PUBLISHED")],
        Images =
        [
            new ImageVariable("ASPNET_IMAGE", "mcr.microsoft.com/dotnet/aspnet:10.0", "perfgate/aspnet:10"),
            new ImageVariable("POSTGRES_IMAGE", "postgres:15-alpine", "perfgate/postgres:15"),
        ],
        Stores = [ComposeStore.PostgreSql("postgres", "corevia", "devpassword", "corevia_db")],
        Services = ["api"],
        Port = 8000,
        ReadyPath = "/health",
        Migrations = [new CommandMigration { Name = "schema", By = Tool.Service("migrate"), Apply = ["migrate"], Check = ["migrate", "--check"] }],
        Seeds = [new CommandSeed { Name = "test data", By = Tool.Service("migrate"), Arguments = ["seed"], Rows = new Dictionary<string, long> { ["marketplace_products"] = 200 } }],
    };

    static void P95(TargetBuilder limits, double target, double acceptable, double critical, params ReadOnlySpan<Endpoint> endpoints)
    {
        foreach (var endpoint in endpoints) limits.For(endpoint, one => one.P95(target, acceptable, critical));
    }
}
