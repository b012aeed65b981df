namespace PerfGate.Environments.Migrations;

/// <summary>
/// What runs a migration, a check or a seed, once, to its end; its exit code is the result. Arguments and values of
/// <see cref="Variables"/> may hold <c>{run}</c>, <c>{data}</c> and, of the first store or of one named as in
/// <c>{url:postgres}</c>: <c>{port}</c> (on 127.0.0.1), <c>{url}</c> (such as
/// <c>postgresql://user:password@127.0.0.1:49213/db</c>) and <c>{connection}</c> (the same as a .NET connection string).
/// </summary>
public abstract record Tool
{
    private protected Tool()
    {
    }

    /// <summary>Variables that it gets.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Names of those variables whose values are masked in everything written, beside those whose names look like secrets.
    /// </summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>A service of the compose file, run once: <c>compose run --rm name</c>.</summary>
    /// <param name="name">Its name in the compose file.</param>
    public static ServiceTool Service(string name) => new(name);

    /// <summary>A program on this machine: alembic, flyway, an EF bundle that was built before, anything.</summary>
    /// <param name="program">A path relative to the checkout, or a name on PATH.</param>
    public static ProgramTool Program(string program) => new(program);

    /// <summary>A .NET project, published and then run on this machine: what the reference system migrates itself with.</summary>
    /// <param name="project">The .csproj, relative to the checkout.</param>
    public static ProjectTool Project(string project) => new(project);
}
