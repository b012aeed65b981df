using PerfGate.Environments.Compose;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Tests.Support;

/// <summary>A checkout with a small system in containers: an API in Perl, a PostgreSQL, a Redis.</summary>
internal sealed class ComposeFolder : IDisposable
{
    // GET /exit ends it with 3, GET /eat takes memory until somebody objects.
    const string Server = """
        use IO::Socket::INET;
        $| = 1;
        $SIG{TERM} = sub { exit 0 };
        print "serving, the password is $ENV{API_PASSWORD}\n";
        my $listener = IO::Socket::INET->new(LocalPort => 8000, Listen => 9, ReuseAddr => 1) or die;
        while (my $client = $listener->accept) {
            my $line = <$client>;
            print "asked $line";
            exit 3 if $line =~ m{/exit};
            my @eaten; if ($line =~ m{/eat}) { push @eaten, "x" x 1_000_000 while 1 }
            print $client "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok";
            close $client;
        }
        """;

    const string Compose = """
        services:
          api:
            image: ${BASE_IMAGE:-perfgate/debian:12}
            command: [perl, /app/server.pl]
            environment: {API_PASSWORD: "${API_PASSWORD:-}"}
            volumes: ["./app:/app:ro"]
            init: true
            depends_on: {postgres: {condition: service_healthy}}
          migrate:
            image: ${BASE_IMAGE:-perfgate/debian:12}
            entrypoint: [sh, /app/migrate.sh]
            volumes: ["./app:/app:ro"]
            profiles: [once]
          postgres:
            image: ${POSTGRES_IMAGE:-perfgate/postgres:15}
            environment: {POSTGRES_USER: owner, POSTGRES_PASSWORD: open-sesame-1234, POSTGRES_DB: shop}
            volumes: ["data:/var/lib/postgresql/data"]
            healthcheck: {test: [CMD, pg_isready, -q, -h, 127.0.0.1, -U, owner, -d, shop], interval: 1s, retries: 60}
          redis:
            image: ${REDIS_IMAGE:-perfgate/redis:7}
            healthcheck: {test: [CMD, redis-cli, -e, ping], interval: 1s, retries: 60}
        volumes: {data: {}}
        """;

    readonly TempFolder folder = new();

    public ComposeFolder()
    {
        folder.Write("perf/compose.yml", Compose);
        folder.Write("perf/app/server.pl", Server);
        folder.Write("perf/app/migrate.sh", "echo \"$1 for $WHO\"; case \"$1\" in apply) echo '2 applied';; check) exit \"${PENDING:-0}\";; hang) exec sleep 600;; esac");
        folder.Write("perf/stand-in-images.sh", "");
        folder.Write("perf/migrations/1_users.sql", "create table users (id int primary key);\ninsert into users select generate_series(1, 10);");
        folder.Write("perf/migrations/2_orders.sql", "create table orders (id int primary key, of int references users);");
    }

    public string Root => folder.Root;

    public string At(params string[] parts) => folder.At(parts);

    public void Write(string name, string text) => folder.Write(name, text);

    /// <summary>A service of its own and nothing else: quick to bring up.</summary>
    public void WriteOne(string service) => folder.Write("perf/compose.yml", $"services:\n  api:\n{string.Join('\n', service.Split('\n').Select(line => $"    {line}"))}\n");

    /// <summary>The API without its stores.</summary>
    public void WriteApiAlone(string more = "") => WriteOne(
        $"image: perfgate/debian:12\ncommand: [perl, /app/server.pl]\nvolumes: ['./app:/app:ro']\ninit: true\n{more}".TrimEnd());

    /// <summary>The whole system.</summary>
    public static ComposeDefinition Whole => new()
    {
        File = "perf/compose.yml",
        Stores =
        [
            ComposeStore.PostgreSql("postgres", "owner", "open-sesame-1234", "shop"),
            ComposeStore.Redis("redis"),
        ],
        Services = ["api"],
        Port = 8000,
        ReadyPath = "/health",
        DefinedIn = "Suite.cs",
    };

    /// <summary>The API alone.</summary>
    public static ComposeDefinition Alone => Whole with { Stores = [] };

    public ComposeEnvironment Create(
        ComposeDefinition definition, string run, IReadOnlyDictionary<string, string>? variables = null, Action<string>? echo = null) =>
        new(definition, Options(run, variables, echo), TimeProvider.System);

    public EnvironmentOptions Options(string run, IReadOnlyDictionary<string, string>? variables = null, Action<string>? echo = null)
    {
        var ambient = ChildEnvironment.Ambient();
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
        {
            ambient[name] = value;
        }

        return new EnvironmentOptions
        {
            RunId = run,
            Suite = "test",
            RunFolder = At("artifacts", "test", run),
            Root = Root,
            Ambient = ambient,
            Echo = echo,
            LockFolder = At("locks"),
            StopWithin = TimeSpan.FromSeconds(2),
        };
    }

    public static string NewRun() => $"t{Guid.NewGuid():N}"[..12];

    public void Dispose() => folder.Dispose();
}
