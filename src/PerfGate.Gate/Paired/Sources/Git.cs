using PerfGate.Environments.Processes;
using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Paired.Sources;

/// <summary>
/// git, asked in one folder: without hooks, without questions at the terminal, without locks that it could do without (a
/// <c>git status</c> of the user goes on beside it), in English because some answers are read.
/// </summary>
/// <param name="runner">Starts it. It must not mask: paths and ids are read from what git says.</param>
/// <param name="folder">Where it is asked.</param>
internal sealed class Git(ProcessRunner runner, string folder)
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    // Only what would make it run something of the user's, ask, refuse, or write more than it was asked to.
    static readonly string[] Settings =
    [
        "-c", "core.hooksPath=/dev/null",
        "-c", "core.fsmonitor=",
        "-c", "core.splitIndex=false",
        "-c", "core.safecrlf=false",
        "-c", "core.quotePath=false",
        "-c", "submodule.recurse=false",
        "-c", "commit.gpgSign=false",
        "-c", "advice.detachedHead=false",
        "-c", "gc.auto=0",
    ];

    // Where the user's settings are, and what files need that are fetched as they are checked out (large files, partial clones).
    static readonly string[] Inherited =
    [
        "XDG_CONFIG_HOME", "GIT_CONFIG_*", "GIT_SSH", "GIT_SSH_COMMAND", "GIT_SSL_*", "GIT_LFS_*", "SSH_AUTH_SOCK",
        "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "all_proxy", "no_proxy",
        "SSL_CERT_FILE", "SSL_CERT_DIR",
    ];

    /// <summary>Variables that it gets beside its own.</summary>
    IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Settings that it gets beside its own: name=value.</summary>
    IReadOnlyList<string> More { get; init; } = [];

    /// <summary>Where it is asked.</summary>
    public string Folder => folder;

    /// <summary>git in a folder, with this process's own variables.</summary>
    public static Git At(string folder, TimeProvider time) => new(new ProcessRunner(time) { Redactor = Redactor.Of() }, folder);

    /// <summary>The same git in another folder.</summary>
    public Git In(string other) => new(runner, other) { Variables = Variables, More = More };

    /// <summary>The same git with more variables.</summary>
    public Git With(params IReadOnlyList<(string Name, string Value)> variables)
    {
        var all = new Dictionary<string, string>(Variables, StringComparer.Ordinal);
        foreach (var (name, value) in variables) all[name] = value;
        return new Git(runner, folder) { Variables = all, More = More };
    }

    /// <summary>The same git with more settings: name=value.</summary>
    public Git Set(params IReadOnlyList<string> settings) => new(runner, folder) { Variables = Variables, More = [.. More, .. settings] };

    /// <summary>Asks, whatever the answer.</summary>
    /// <exception cref="GateException">It could not be started, or took too long.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<ProcessResult> RunAsync(CancellationToken ct, params IReadOnlyList<string> arguments)
    {
        var command = new ProcessCommand("git", ["-C", folder, .. Settings, .. More.SelectMany(setting => new[] { "-c", setting }), .. arguments])
        {
            Within = Limit,
            PassThrough = Inherited,
            Variables = new Dictionary<string, string>(Variables, StringComparer.Ordinal)
            {
                ["GIT_OPTIONAL_LOCKS"] = "0",
                ["GIT_TERMINAL_PROMPT"] = "0",
                ["LC_ALL"] = "C",
            },
        };
        try
        {
            return await runner.RunAsync(command, ct);
        }
        catch (ProcessFailedException e)
        {
            throw new GateException($"{e.Message}\n  See that this answers, then run the command again: git -C {folder} status", e);
        }
    }

    /// <summary>What it answers, without the end of the last line; null when it answers with an error.</summary>
    public async Task<string?> AskAsync(CancellationToken ct, params IReadOnlyList<string> arguments)
    {
        var answer = await RunAsync(ct, arguments);
        return answer.ExitCode == 0 ? answer.Output : null;
    }

    /// <summary>What it answers; an error of its own is one of ours, in its own words.</summary>
    /// <param name="what">What is not done then, as a sentence without its end.</param>
    /// <param name="next">What to do about it.</param>
    /// <param name="ct">Ends it.</param>
    /// <param name="arguments">What it is asked.</param>
    /// <exception cref="GateException">It answered with an error.</exception>
    public async Task<string> RequireAsync(string what, string next, CancellationToken ct, params IReadOnlyList<string> arguments)
    {
        var answer = await RunAsync(ct, arguments);
        return answer.ExitCode == 0 ? answer.Output : throw Failure(what, answer, next);
    }

    /// <summary>An error in git's own words.</summary>
    public GateException Failure(string what, ProcessResult answer, string next)
    {
        var words = Redactor.OfVariables(runner.Ambient).Mask(answer.Tail.Trim());
        return new GateException($"{what}; git says (exit code {answer.ExitCode}):\n    {words.Replace("\n", "\n    ", StringComparison.Ordinal)}\n  {next}");
    }

    /// <summary>Makes sure that there is a git at all.</summary>
    /// <exception cref="GateException">There is none.</exception>
    public async Task RequireInstalledAsync(CancellationToken ct)
    {
        try
        {
            await runner.RequireAsync(new ProcessCommand("git", "--version"), ct);
        }
        catch (ProcessFailedException e)
        {
            throw new GateException($"A paired session takes its two source trees from git, and git does not run: {e.Message}\n  Install git and put it on PATH, see that this answers: git --version, then run the command again.", e);
        }
    }
}
