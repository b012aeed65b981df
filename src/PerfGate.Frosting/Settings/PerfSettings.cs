using PerfGate.Gate.Paired;
using PerfGate.Gate.Runs;
using PerfGate.GitHub;
using PerfGate.Load.Profiles;

namespace PerfGate.Frosting.Settings;

/// <summary>Everything that the command line and the environment say, read once. Nothing below the tasks asks for more.</summary>
public sealed record PerfSettings
{
    /// <summary>What to run, against what, under which load.</summary>
    public required RunPlan Plan { get; init; }

    /// <summary>Where runs leave their files: artifacts/perf.</summary>
    public required string Artifacts { get; init; }

    /// <summary>A folder with a run to work on instead of the newest one; null when not given.</summary>
    public string? From { get; init; }

    /// <summary>Whether inconclusive is an exit code of its own.</summary>
    public bool Strict { get; init; }

    /// <summary>What the candidate is compared with side by side; null: nothing, unless a stored comparison looks worse.</summary>
    public PairedPlan? Paired { get; init; }

    /// <summary>Whether nothing is to be compared side by side, whatever a stored comparison says.</summary>
    public bool AgainstNothing { get; init; }

    /// <summary>How paired comparisons are made, whatever they are of.</summary>
    public required PairedPlan PairedDefaults { get; init; }

    /// <summary>The profiles of a sign-off, scaled as this call asks for; the one that goes with the paired session first.</summary>
    public IReadOnlyList<Profile> SignOffProfiles { get; init; } = [];

    /// <summary>How many sessions a calibration has.</summary>
    public int Runs { get; init; } = 1;

    /// <summary>Whether a calibration only decides anew from the rounds of earlier sessions.</summary>
    public bool Replay { get; init; }

    /// <summary>The GitHub job that this runs in, as far as it is one.</summary>
    public required GitHubJob GitHub { get; init; }

    /// <summary>Whether this runs in a GitHub job.</summary>
    public bool IsGitHubJob => GitHub.RunId > 0;

    /// <summary>Whether there is anybody to tell: in a GitHub job, or where a pull request and a token are named.</summary>
    public bool TellsGitHub => IsGitHubJob || GitHub is { Token: not null, PullRequest: not null };

    /// <summary>When the pull request gets a comment.</summary>
    public CommentMode Comment { get; init; }

    /// <summary>The file of GitHub's job summary; null outside a job.</summary>
    public string? JobSummary { get; init; }
}
