using System.Globalization;
using PerfGate.Frosting.Hosting;
using PerfGate.Gate.Paired;
using PerfGate.Gate.Runs;
using PerfGate.Gate.Suites;
using PerfGate.GitHub;
using PerfGate.Load;
using PerfGate.Load.Profiles;
using Arguments = System.Collections.Generic.IDictionary<string, System.Collections.Generic.ICollection<string>>;

namespace PerfGate.Frosting.Settings;

/// <summary>Turns the command line and the environment into <see cref="PerfSettings"/>, or says what is wrong with them.</summary>
internal sealed class SettingsReader(SuiteBook book, Func<string, string?> environmentVariable)
{
    const string DefaultProfile = "quick";
    const string Mask = "***";
    const string NoBaseline = "none";

    // Ordinary, many, suddenly many, and long: what a release has to stand.
    static readonly string[] SignOffProfiles = ["normal", "peak", "spike", "soak"];

    /// <summary>An argument that nobody reads is a typing error, and is told before anything starts.</summary>
    /// <exception cref="GateException">There is one.</exception>
    public void RefuseUnknown(Arguments arguments, string root)
    {
        var known = PerfArguments.All.Concat(PerfArguments.OfCake).Concat(book.Arguments).Select(a => a.Name)
            .Concat(book.Suites.SelectMany(s => s.Build(root).Options).Select(o => o.Name))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unknown = arguments.Keys.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            throw new GateException($"Nobody reads {string.Join(", ", unknown.Select(name => $"--{name}{Closest.Hint(name, known)}"))}.\n  What can be said: ./build.sh --help");
    }

    /// <summary>Reads everything.</summary>
    /// <exception cref="GateException">A value is missing or out of range.</exception>
    public PerfSettings Read(Arguments arguments, string root)
    {
        var suite = book.Choose(Value(arguments, PerfArguments.Suite), root);
        var artifacts = Path.GetFullPath(Value(arguments, PerfArguments.Artifacts) ?? "artifacts/perf", root);
        var paired = new PairedArguments(arguments).Read(suite, root);
        return new PerfSettings
        {
            PairedDefaults = paired,
            Paired = Compared(arguments, paired),
            AgainstNothing = Value(arguments, PerfArguments.Against) == NoBaseline,
            SignOffProfiles = SignOff(arguments, suite),
            Runs = Whole(arguments, PerfArguments.Runs, 1, 10_000) ?? 1,
            Replay = Flag(arguments, PerfArguments.Replay),
            Artifacts = artifacts,
            From = Value(arguments, PerfArguments.From) is { } from ? Path.GetFullPath(from, root) : null,
            Strict = Flag(arguments, PerfArguments.Strict),
            GitHub = GitHubJob.Read(environmentVariable) with { PullRequest = Whole(arguments, PerfArguments.PullRequest, 1, int.MaxValue) },
            Comment = Comment(arguments),
            JobSummary = environmentVariable("GITHUB_STEP_SUMMARY") is { Length: > 0 } page ? page : null,
            Plan = new RunPlan
            {
                Suite = suite,
                SuiteArgument = book.Suites.Count > 1 ? $" --{PerfArguments.Suite}={suite.Name}" : "",
                Users = Users(arguments, suite),
                Transport = Transport(arguments),
                Profile = Profile(arguments, suite),
                Environment = Environment(arguments, suite),
                Seed = Whole(arguments, PerfArguments.Seed, 0, int.MaxValue) ?? 1,
                Root = root,
                Artifacts = artifacts,
                Baselines = Path.GetFullPath(Value(arguments, PerfArguments.Baselines) ?? Path.Combine(suite.Folder, "baselines"), root),
                Limits = ServiceLimitArguments.Read(Words(arguments, PerfArguments.Memory), Words(arguments, PerfArguments.Cpus)),
                Options = suite.Options
                    .Select(o => (o.Name, Value: Value(arguments, o.Name)))
                    .Where(o => o.Value is not null)
                    .ToDictionary(o => o.Name, o => o.Value!, StringComparer.Ordinal),
                Tags = Words(arguments, PerfArguments.Tags),
                ExcludedTags = Words(arguments, PerfArguments.ExcludeTags),
                AllowedHosts = Words(arguments, PerfArguments.AllowHost),
                Port = Whole(arguments, PerfArguments.Port, 0, ushort.MaxValue) ?? 0,
                Command = Command(arguments, suite),
            },
        };
    }

    // A pull request is compared with where it left its branch.
    PairedPlan? Compared(Arguments arguments, PairedPlan defaults) => Value(arguments, PerfArguments.Against) switch
    {
        NoBaseline => null,
        { } reference => defaults with { Against = reference },
        null => environmentVariable("GITHUB_BASE_REF") is { Length: > 0 } branch ? defaults with { MergeBaseWith = branch } : null,
    };

    static IReadOnlyList<UserClass> Users(Arguments arguments, SuiteDefinition suite)
    {
        if (Value(arguments, PerfArguments.Mix) is not { } name) return suite.Users;
        return suite.Mixes.TryGetValue(name, out var users)
            ? users
            : throw new GateException($"Suite '{suite.Name}' has no mix '{name}'{Closest.Hint(name, suite.Mixes.Keys)}. It has: {(suite.Mixes.Count == 0 ? "none" : string.Join(", ", suite.Mixes.Keys))}.\n  Mixes are added in the suite's class in {suite.Folder}.");
    }

    static Profile Profile(Arguments arguments, SuiteDefinition suite)
    {
        var name = Value(arguments, PerfArguments.Profile) ?? DefaultProfile;
        var profile = Scaled(arguments, Named(suite, name));
        if (Positive(arguments, PerfArguments.Rate, Arrivals.HighestRate, "10 or 0.5") is not { } rate) return profile;
        return profile.HasArrivals
            ? profile.ScaledToRate(rate)
            : throw new GateException($"--{PerfArguments.Rate}={rate} scales the arrivals of a profile, and '{name}' has none: its load is a number of users.\n  Scale those with --{PerfArguments.Users}, or add an open profile in the suite's class in {suite.Folder}: p.HoldRate(…).");
    }

    static IReadOnlyList<Profile> SignOff(Arguments arguments, SuiteDefinition suite)
    {
        var named = Words(arguments, PerfArguments.Profiles);
        return [.. (named.Count > 0 ? named : SignOffProfiles).Select(name => Scaled(arguments, Named(suite, name)))];
    }

    static Profile Named(SuiteDefinition suite, string name) => suite.Profiles.TryGetValue(name, out var profile)
        ? profile
        : throw new GateException($"Suite '{suite.Name}' has no profile '{name}'{Closest.Hint(name, suite.Profiles.Keys)}. It has: {string.Join(", ", suite.Profiles.Keys)}.\n  Profiles are added in the suite's class in {suite.Folder}.");

    static Profile Scaled(Arguments arguments, Profile profile)
    {
        if (Whole(arguments, PerfArguments.Users, 1, 100_000) is { } users) profile = profile.ScaledToPeak(users);
        return Positive(arguments, PerfArguments.TimeScale, 100, "0.1") is { } factor ? profile.ScaledInTime(factor) : profile;
    }

    static TransportKind? Transport(Arguments arguments)
    {
        if (Value(arguments, PerfArguments.Transport) is not { } text) return null;
        var kinds = Enum.GetValues<TransportKind>().ToDictionary(k => k.ToString().ToLowerInvariant(), StringComparer.OrdinalIgnoreCase);
        return kinds.TryGetValue(text, out var kind)
            ? kind
            : throw new GateException($"--{PerfArguments.Transport}={text} is no transport{Closest.Hint(text, kinds.Keys)}: {string.Join(" or ", kinds.Keys)}.");
    }

    static string? Environment(Arguments arguments, SuiteDefinition suite)
    {
        if (Value(arguments, PerfArguments.Environment) is not { } kind) return null;
        var kinds = EnvironmentKind.Of(suite).ToList();
        return kinds.Contains(kind)
            ? kind
            : throw new GateException($"Suite '{suite.Name}' cannot run in an environment '{kind}'{Closest.Hint(kind, kinds)}. It can run in: {string.Join(", ", kinds)}.\n  Leave --{PerfArguments.Environment} out, and the one that this machine can do is taken.");
    }

    static CommentMode Comment(Arguments arguments) => Value(arguments, PerfArguments.Comment) switch
    {
        null or "always" => CommentMode.Always,
        "on-change" => CommentMode.OnChange,
        "on-failure" => CommentMode.OnFailure,
        "never" => CommentMode.Never,
        var mode => throw new GateException($"--{PerfArguments.Comment}={mode} is no time to comment: always, on-change, on-failure or never."),
    };

    internal static double? Positive(Arguments arguments, string name, double most, string example)
    {
        if (Value(arguments, name) is not { } text) return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most
            ? number
            : throw new GateException(string.Create(CultureInfo.InvariantCulture, $"--{name}={text} is out of range: a number above 0 and at most {most:0}, such as {example}."));
    }

    internal static int? Whole(Arguments arguments, string name, int least, int most)
    {
        if (Value(arguments, name) is not { } text) return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new GateException($"--{name}={text} is out of range: a whole number from {least} to {most}.");
    }

    internal static string? Value(Arguments arguments, string name)
    {
        if (!arguments.TryGetValue(name, out var values)) return null;
        var value = values.LastOrDefault();
        return string.IsNullOrWhiteSpace(value) ? throw new GateException($"--{name} needs a value: --{name}=…\n  What can be said: ./build.sh --help") : value;
    }

    static bool Flag(Arguments arguments, string name)
    {
        if (!arguments.TryGetValue(name, out var values)) return false;
        return values.LastOrDefault() switch
        {
            null or "" => true,
            var text when bool.TryParse(text, out var flag) => flag,
            var text => throw new GateException($"--{name}={text} is neither true nor false."),
        };
    }

    internal static IReadOnlyList<string> Words(Arguments arguments, string name) =>
        arguments.TryGetValue(name, out var values)
            ? [.. values.SelectMany(v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]
            : [];

    static string Command(Arguments arguments, SuiteDefinition suite)
    {
        var secrets = suite.Options.Where(o => o.Secret).Select(o => o.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var words = arguments
            .Where(a => !PerfArguments.OfCake.Any(c => string.Equals(c.Name, a.Key, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(a => a.Key, StringComparer.Ordinal)
            .SelectMany(a => a.Value.Select(v => string.IsNullOrEmpty(v) ? $" --{a.Key}" : $" --{a.Key}={(secrets.Contains(a.Key) ? Mask : Quoted(v))}"));
        return $"./build.sh --target=Perf{string.Concat(words)}";
    }

    static string Quoted(string value) => value.All(c => char.IsLetterOrDigit(c) || "-_./:,@+=".Contains(c)) ? value : $"'{value.Replace("'", "'\\''")}'";
}
