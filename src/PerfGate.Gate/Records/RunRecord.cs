namespace PerfGate.Gate.Records;

/// <summary>
/// One run, whole and without loss: what run.json holds, and all that comparing, judging and reporting work from.
/// </summary>
public sealed record RunRecord
{
    /// <summary>The version of this shape that this program writes, and the newest it reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The version of the shape.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Sortable and unique: UTC time and a random tail, such as 20261121-201530-4f2a.</summary>
    public required string RunId { get; init; }

    /// <summary>The suite's name.</summary>
    public required string Suite { get; init; }

    /// <summary>The profile's name.</summary>
    public required string Profile { get; init; }

    /// <summary>embedded or compose.</summary>
    public required string Environment { get; init; }

    /// <summary>What generated the load, such as perfgate/httpclient.</summary>
    public required string Engine { get; init; }

    /// <summary>The commit that was checked out; null outside a git checkout.</summary>
    public string? Commit { get; init; }

    /// <summary>The branch that was checked out; null when detached or outside git.</summary>
    public string? Branch { get; init; }

    /// <summary>Whether tracked files differed from the commit; null outside a git checkout.</summary>
    public bool? Dirty { get; init; }

    /// <summary>Repeats task order, waits and data.</summary>
    public required int Seed { get; init; }

    /// <summary>A short hash of <see cref="Machine"/>: only runs with the same one are compared.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What the fingerprint is made of, by name.</summary>
    public required IReadOnlyDictionary<string, string> Machine { get; init; }

    /// <summary>When load began, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Seconds of load, warm-up included.</summary>
    public required double DurationSeconds { get; init; }

    /// <summary>Why load ended: completed, stopped, cancelled, or system-died (see <see cref="RunEnd"/>).</summary>
    public required string End { get; init; }

    /// <summary>Why the system died under the harness, in words; null when it did not.</summary>
    public string? SystemDeath { get; init; }

    /// <summary>Which stop condition ended load early, in words; null when none did.</summary>
    public string? StopReason { get; init; }

    /// <summary>Whether load was raised to find where the system breaks.</summary>
    public bool UntilItBreaks { get; init; }

    /// <summary>Measured requests of all endpoints together.</summary>
    public required Totals Totals { get; init; }

    /// <summary>Requests of the warm-up stages.</summary>
    public required Totals WarmUp { get; init; }

    /// <summary>All measured requests together; null when nothing was measured.</summary>
    public EndpointRecord? Overall { get; init; }

    /// <summary>
    /// Requests that the system itself says it answered while load ran, warm-up included; null when it does not count or did
    /// not tell. It equals <see cref="Totals"/> and <see cref="WarmUp"/> together when nothing was lost on the way.
    /// </summary>
    public long? SystemRequests { get; init; }

    /// <summary>The stages, in order.</summary>
    public required IReadOnlyList<StageRecord> Stages { get; init; }

    /// <summary>Measured requests per endpoint: the measured stages merged.</summary>
    public required IReadOnlyList<EndpointRecord> Endpoints { get; init; }

    /// <summary>One point a second, warm-up included.</summary>
    public required SeriesRecord Series { get; init; }

    /// <summary>The kinds of users.</summary>
    public required IReadOnlyList<UserClassRecord> Users { get; init; }

    /// <summary>Failed requests by endpoint and reason.</summary>
    public required IReadOnlyList<FailureRecord> Failures { get; init; }

    /// <summary>Exceptions of user code.</summary>
    public required IReadOnlyList<ExceptionRecord> Exceptions { get; init; }

    /// <summary>What each service used; empty when no probe answered.</summary>
    public IReadOnlyList<ResourceRecord> Resources { get; init; } = [];

    /// <summary>How the generator kept up.</summary>
    public required GeneratorRecord Generator { get; init; }

    /// <summary>The steps of bringing the environment up and down, and how long each took.</summary>
    public IReadOnlyList<StepRecord> Steps { get; init; } = [];

    /// <summary>Limits the suite sets, as they were when the run was made.</summary>
    public IReadOnlyList<TargetRecord> Targets { get; init; } = [];

    /// <summary>What has to be true of the run for it to count as a success, as it was when the run was made.</summary>
    public IReadOnlyList<CriterionRecord> Criteria { get; init; } = [];

    /// <summary>The requests over the suite's limit of slowness; null in a record that did not keep them.</summary>
    public SlowRequestsRecord? SlowRequests { get; init; }

    /// <summary>What the services wrote into their logs while load ran, one entry for each log that could be read.</summary>
    public IReadOnlyList<LogRecord> Logs { get; init; } = [];

    /// <summary>What a reader should know, in sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The command that repeats this run, secrets masked.</summary>
    public string? Command { get; init; }
}
