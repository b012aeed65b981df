using System.Security.Cryptography;
using PerfGate.Environments.Processes;
using PerfGate.Gate.Paired.Sources;

namespace PerfGate.Gate.Tests.Paired.Sources;

/// <summary>A real git repository for one test, with one commit: App/Program.cs, and bin/ ignored. Nobody's settings reach it.</summary>
public sealed class Repository : IDisposable
{
    readonly string home;

    Repository(string name)
    {
        home = Folder.File("home");
        Top = Folder.File(name);
        Directory.CreateDirectory(home);
        Directory.CreateDirectory(Top);
    }

    public TempFolder Folder { get; } = new();

    /// <summary>Its top.</summary>
    public string Top { get; }

    /// <summary>What is said to the user.</summary>
    public List<string> Said { get; } = [];

    public static async Task<Repository> Empty()
    {
        var made = new Repository("checkout");
        await made.Run("init", "--quiet", "--initial-branch=main");
        // Without this git would guess a name where nobody told one; the tests name themselves in each commit.
        await made.Run("config", "user.useConfigOnly", "true");
        return made;
    }

    public static async Task<Repository> WithACommit()
    {
        var made = await Empty();
        made.Write(".gitignore", "bin/\nartifacts/\n");
        made.Write("App/Program.cs", "one");
        await made.Commit("first");
        return made;
    }

    public string At(string name) => Path.Combine(Top, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
    }

    /// <summary>Commits everything; its id.</summary>
    public async Task<string> Commit(string message)
    {
        await Run("add", "--all");
        await Run("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgSign=false", "commit", "--quiet", "--no-verify", "--allow-empty", "-m", message);
        return await Run("rev-parse", "HEAD");
    }

    public Task<string> Run(params IReadOnlyList<string> arguments) => RunIn(Top, arguments);

    public async Task<string> RunIn(string folder, params IReadOnlyList<string> arguments)
    {
        var answer = await Runner.RunAsync(new ProcessCommand("git", ["-C", folder, "-c", "protocol.file.allow=always", .. arguments]), CancellationToken.None);
        answer.ExitCode.ShouldBe(0, answer.Tail);
        return answer.Output;
    }

    internal Git Git => GitIn(Top);

    internal Git GitIn(string folder) => new(Runner, folder);

    /// <summary>The trees of a session; in a folder of the run that git ignores, unless another is named.</summary>
    internal Task<PairedSources> Pair(string? against, string? folder = null, string? root = null, CancellationToken ct = default) =>
        PairedSources.CreateAsync(GitIn(root ?? Top), against, folder ?? At("artifacts/run"), Said.Add, ct);

    /// <summary>All that a session must leave as it is, as text.</summary>
    public async Task<string> State() => string.Join('\n',
        Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(At(".git/index")))),
        await Run("--no-optional-locks", "status", "--porcelain", "--ignored=no"),
        "stash", await Run("stash", "list"),
        "references", await Run("for-each-ref"), await File.ReadAllTextAsync(At(".git/HEAD")), await Run("reflog"),
        "worktrees", await Run("worktree", "list", "--porcelain"), Directory.Exists(At(".git/worktrees")) ? "kept" : "none",
        "settings", await File.ReadAllTextAsync(At(".git/config")),
        "files", string.Join('\n', Directory.EnumerateFiles(Top, "*", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(At(".git/"), StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => $"{file} {File.ReadAllText(file)}")));

    public void Dispose()
    {
        // git makes its objects read-only, which some systems do not delete.
        foreach (var file in Directory.EnumerateFiles(Folder.Path, "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal);
        Folder.Dispose();
    }

    ProcessRunner Runner => new(TimeProvider.System)
    {
        Redactor = Redactor.Of(),
        Ambient = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH")!,
            ["HOME"] = home,
            ["GIT_CONFIG_NOSYSTEM"] = "1",
        },
    };
}
