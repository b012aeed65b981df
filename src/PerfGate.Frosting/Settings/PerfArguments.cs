using PerfGate.Frosting.Hosting;

namespace PerfGate.Frosting.Settings;

/// <summary>The arguments of the Perf tasks: their names and what the help says of them.</summary>
internal static class PerfArguments
{
    public const string Suite = "suite";
    public const string Profile = "profile";
    public const string Mix = "mix";
    public const string Environment = "environment";
    public const string Users = "users";
    public const string Rate = "rate";
    public const string Transport = "transport";
    public const string TimeScale = "time-scale";
    public const string Seed = "seed";
    public const string Tags = "tags";
    public const string ExcludeTags = "exclude-tags";
    public const string AllowHost = "allow-host";
    public const string Port = "port";
    public const string Memory = "memory";
    public const string Cpus = "cpus";
    public const string Against = "against";
    public const string Inject = "inject";
    public const string Rounds = "rounds";
    public const string Slot = "slot";
    public const string Profiles = "profiles";
    public const string Runs = "runs";
    public const string Replay = "replay";
    public const string Calibrations = "calibrations";
    public const string Strict = "strict";
    public const string From = "from";
    public const string PullRequest = "pr";
    public const string Comment = "comment";
    public const string Artifacts = "artifacts";
    public const string Baselines = "baselines";

    public static IReadOnlyList<BuildArgument> All { get; } =
    [
        new(Suite, "the system to test, several separated by commas, or all of the build, one after the other; the first one of the build when not given"),
        new(Profile, "how load changes over time; quick when not given"),
        new(Mix, "in which proportions the kinds of users are there, by the name that the suite gave it; its own weights when not given"),
        new(Environment, "where the system runs: compose (containers) or embedded (plain processes); what this machine can do when not given"),
        new(Users, "scales the profile so that its peak is this many users"),
        new(Rate, "scales the arrivals of the profile so that its peak is this many per second; 0.5 is one every two seconds"),
        new(Transport, "what puts requests on the wire: httpclient or lean; what the suite says when not given"),
        new(TimeScale, "multiplies every duration of the profile: 0.1 makes ten minutes one"),
        new(Seed, "repeats task order, waits and data; 1 when not given"),
        new(Tags, "only tasks with one of these tags, separated by commas"),
        new(ExcludeTags, "no tasks with one of these tags, separated by commas"),
        new(AllowHost, "a host besides loopback that may be loaded, by exact name; may be given again"),
        new(Port, "the loopback port of an embedded system; a free one when not given"),
        new(Memory, "memory limits of containers: --memory=api:64MiB,redis:128MiB"),
        new(Cpus, "CPU limits of containers: --cpus=api:0.5"),
        new(Against, "builds this commit, branch or tag too, runs both side by side, and compares; in a pull request's job the merge base when not given, none for not at all"),
        new(Inject, "makes the candidate worse on purpose in a paired comparison, by a fault of the suite: cpu:10"),
        new(Rounds, "rounds in each look of a paired comparison; 16 and, where something stands out, 16 more when not given"),
        new(Slot, "seconds of a round of a paired comparison, in which both sides are asked in turn; 5 when not given"),
        new(Profiles, "PerfSignOff: the loads that a release has to stand, separated by commas; normal,peak,spike,soak when not given"),
        new(Runs, "PerfCalibrate: how many sessions; 1 when not given"),
        new(Replay, "PerfCalibrate: decides anew from the rounds of earlier sessions, and runs none"),
        new(Calibrations, "where calibrations are kept; perf/calibration when not given"),
        new(Strict, "an inconclusive comparison ends with exit code 3 instead of 0"),
        new(From, "the folder of the run to compare, report or publish; the newest run when not given"),
        new(PullRequest, "the number of the pull request to comment on; found out in a GitHub job when not given"),
        new(Comment, "when to comment: always (the default), on-change, on-failure or never"),
        new(Artifacts, "where runs leave their files; artifacts/perf when not given"),
        new(Baselines, "where baselines are kept; the suite's own folder when not given"),
    ];

    /// <summary>What Cake itself reads.</summary>
    public static IReadOnlyList<BuildArgument> OfCake { get; } =
    [
        new("target", "what to run"),
        new("exclusive", "only the target, without what it depends on"),
        new("dryrun", "shows the order of the tasks without running them"),
        new("tree", "shows what depends on what"),
        new("description", "lists the tasks and what they do"),
        new("verbosity", "quiet, minimal, normal, verbose or diagnostic"),
        new("working", "the working folder"),
        new("version", "the version"),
        new("help", "this text"),
    ];
}
