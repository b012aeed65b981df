using System.Globalization;
using PerfGate.Environments;
using PerfGate.Environments.Locks;
using PerfGate.Gate.Fingerprints;
using PerfGate.Gate.History;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;
using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Baselines;

/// <summary>
/// The baselines of one suite: a folder per fingerprint, in it one compact run record per run. The newest of a folder is the
/// baseline; it and the earlier ones are the history, which is thinned at its old end when it has grown to more than 60 runs.
/// </summary>
/// <param name="folder">The suite's folder for baselines, such as perf/Zenzefi/baselines; made when first needed.</param>
/// <param name="time">The clock to wait for another writer on.</param>
/// <param name="limits">What makes a run unfit; null: the usual limits.</param>
/// <param name="suiteArgument">What names the suite in commands that are suggested, " --suite=shop"; empty where the build has no other.</param>
public sealed class BaselineStore(string folder, TimeProvider time, GuardLimits? limits = null, string suiteArgument = "")
{
    /// <summary>How long to wait for another writer.</summary>
    static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);

    readonly string folder = Path.GetFullPath(folder);

    RecordKind Kind => new("baseline", RunRecord.CurrentSchema, $"Delete the file, or make a new baseline: ./build.sh --target=PerfBaseline{suiteArgument}");

    /// <summary>
    /// Makes a run the baseline of its fingerprint, thins the history that it ends, and returns its file. Saving a run twice changes
    /// nothing.
    /// </summary>
    /// <exception cref="GateException">
    /// The run is not fit to be compared with, a newer baseline exists, another writer does not finish, or the file cannot be written.
    /// </exception>
    public async Task<string> SaveAsync(RunRecord run, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(run);
        Refuse(run, BaselineFitness.Problems(run, limits ?? GuardLimits.Default).ToList());
        if (!PlainName.Is(run.RunId) || !PlainName.Is(run.Fingerprint))
            throw new GateException($"Run '{run.RunId}' with fingerprint '{run.Fingerprint}' has no name that a file can have.\n  Make a new run: ./build.sh --target=Perf{suiteArgument}");

        var file = FileOf(run.Fingerprint, run.RunId);
        using var alone = await LockAsync(ct);
        if (Newest(run.Fingerprint) is { } newest && string.CompareOrdinal(Path.GetFileName(newest), Path.GetFileName(file)) > 0)
            throw new GateException($"Run {run.RunId} is older than the baseline {newest}, which would still be the one that is compared with.\n  Delete that file first if the older run is wanted.");
        RunRecordFile.Write(Compact(run), file);
        Thin(run.Fingerprint);
        return file;
    }

    /// <summary>
    /// Finds what a run is to be compared with: the newest baseline of its fingerprint that is not the run itself, and the history
    /// before the run. A file of the history that cannot be used is told in the notes, and left out.
    /// </summary>
    /// <exception cref="GateException">The baseline is damaged or of a newer version.</exception>
    public BaselineSearch Find(RunRecord run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Find(new Fingerprint(run.Fingerprint, run.Machine), run.RunId);
    }

    /// <summary>Finds what a run that has not begun would be compared with.</summary>
    /// <exception cref="GateException">The baseline is damaged or of a newer version.</exception>
    internal BaselineSearch Find(Fingerprint fingerprint) => Find(fingerprint, runId: null);

    /// <summary>The baseline that was made from a run; null when there is none (any more).</summary>
    /// <exception cref="GateException">It is damaged or of a newer version.</exception>
    public RunRecord? Read(string fingerprint, string runId)
    {
        var file = PlainName.Is(fingerprint) && PlainName.Is(runId) ? FileOf(fingerprint, runId) : null;
        return file is not null && File.Exists(file) ? Read(file) : null;
    }

    BaselineSearch Find(Fingerprint fingerprint, string? runId)
    {
        if (!PlainName.Is(fingerprint.Hash)) return BaselineSearch.Nothing;
        if (Newest(fingerprint.Hash, except: runId) is { } file)
        {
            var found = new BaselineSearch(Own(file, fingerprint.Hash), [], []);
            return runId is null ? found : WithHistory(found, fingerprint.Hash, runId);
        }

        return Newest(fingerprint.Hash) is null
            ? Elsewhere(fingerprint)
            : BaselineSearch.Nothing with { Notes = [$"Run {runId} is the baseline itself, and the first of its fingerprint."] };
    }

    BaselineSearch Elsewhere(Fingerprint fingerprint)
    {
        var (others, notes) = (new List<(RunRecord Run, OtherBaseline Told)>(), new List<string>());
        foreach (var path in Fingerprints().Select(f => Newest(f)).OfType<string>())
        {
            try
            {
                var other = Read(path);
                others.Add((other, new OtherBaseline(other.RunId, [.. Fingerprint.Differences(other.Machine, fingerprint.Parts)])));
            }
            catch (GateException e)
            {
                notes.Add(e.Message);
            }
        }

        others = [.. others.OrderBy(o => o.Told.Differences.Count).ThenByDescending(o => o.Run.RunId, StringComparer.Ordinal)];
        if (others is [var closest, ..]) notes.Insert(0, Explain(closest.Run, closest.Told.Differences));
        return new BaselineSearch(null, [.. others.Select(o => o.Told)], notes);
    }

    BaselineSearch WithHistory(BaselineSearch found, string fingerprint, string runId)
    {
        var (history, notes) = (new List<RunValues>(), new List<string>());
        foreach (var file in Files(fingerprint).Where(f => string.CompareOrdinal(Path.GetFileNameWithoutExtension(f), runId) < 0))
        {
            try
            {
                history.Add(Path.GetFileNameWithoutExtension(file) == found.Baseline!.RunId ? RunValues.Of(found.Baseline) : Past(file, fingerprint));
            }
            catch (GateException e)
            {
                notes.Add($"A run is missing in the history: {e.Message}");
            }
        }

        return found with { History = history, Notes = notes };
    }

    RunRecord Own(string file, string fingerprint)
    {
        var run = Read(file);
        return run.Fingerprint == fingerprint ? run : throw Stray(file, run.Fingerprint, fingerprint);
    }

    RunValues Past(string file, string fingerprint)
    {
        var run = RecordFile.Read<PastRun>(file, Kind, PastRun.Problems);
        return run.Fingerprint == fingerprint ? RunValues.Of(run) : throw Stray(file, run.Fingerprint, fingerprint);
    }

    GateException Stray(string file, string of, string at) =>
        new($"The baseline {file} is of fingerprint {of}, and lies in the folder of {at}.\n  {Kind.Remedy}");

    RunRecord Read(string file) => RunRecordFile.Read(file, Kind);

    static string Explain(RunRecord other, IReadOnlyList<string> differences) => differences switch
    {
        [] => $"There is a baseline (run {other.RunId}), but of another fingerprint.",
        [var only] when only.StartsWith("profile:", StringComparison.Ordinal) =>
            $"There is a baseline (run {other.RunId}), but of another profile, length or number of users: {Load(other)}. Runs are compared when --profile, --users and --time-scale are the same.",
        _ => $"There is a baseline (run {other.RunId}), but it was not made under the same conditions: {string.Join("; ", differences)}.",
    };

    static string Load(RunRecord run) => string.Create(
        CultureInfo.InvariantCulture, $"{run.Profile} with {run.Stages.Select(s => s.Users).DefaultIfEmpty().Max()} users at most, for {run.Stages.Sum(s => s.DurationSeconds):0} s");

    void Refuse(RunRecord run, List<string> problems)
    {
        if (problems.Count > 0)
            throw new GateException($"Run {run.RunId} cannot become a baseline: {string.Join(' ', problems)}\n  Make a sound run first: ./build.sh --target=Perf{suiteArgument}");
    }

    // What is read second by second stays with the run; what later runs are compared with is the distributions.
    static RunRecord Compact(RunRecord run) => run with
    {
        Series = SeriesRecorder.Empty,
        Resources = [.. run.Resources.Select(r => r.WithoutSeries())],
        Logs = [],
        SlowRequests = run.SlowRequests is { } slow ? slow with { Sample = [] } : null,
    };

    IEnumerable<string> Fingerprints() =>
        Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal) : [];

    string? Newest(string fingerprint, string? except = null) => Files(fingerprint).LastOrDefault(f => Path.GetFileNameWithoutExtension(f) != except);

    // The oldest first: names of runs sort by time.
    IReadOnlyList<string> Files(string fingerprint)
    {
        var place = Path.Combine(folder, fingerprint);
        return Directory.Exists(place) ? [.. Directory.EnumerateFiles(place, "*.json").Order(StringComparer.Ordinal)] : [];
    }

    // The baseline is made by then; a history that is a little too long does no harm, and is thinned the next time.
    void Thin(string fingerprint)
    {
        foreach (var file in HistoryThinning.Superfluous(Files(fingerprint)))
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return;
            }
        }
    }

    string FileOf(string fingerprint, string runId) => Path.Combine(folder, fingerprint, $"{runId}.json");

    async Task<FileLock> LockAsync(CancellationToken ct)
    {
        try
        {
            return await FileLock.AcquireAsync(Path.Combine(folder, ".lock"), Wait, time, waiting: null, ct);
        }
        catch (EnvironmentException e)
        {
            throw new GateException(e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GateException($"The baselines in {folder} cannot be written: {e.Message}\n  Free some space or make the folder writable, then run the command again.", e);
        }
    }
}
