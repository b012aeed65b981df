using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Migrations;

/// <summary>What an environment that is up offers to migrations and seeds.</summary>
internal interface IToolbox
{
    /// <summary>The checkout, where relative paths start.</summary>
    string Root { get; }

    /// <summary>Makes a tool ready, so that the time it may take to run is not spent on building it.</summary>
    Task PrepareAsync(Tool tool, CancellationToken ct);

    /// <summary>Runs a tool to its end and keeps what it wrote in the run's logs.</summary>
    /// <param name="log">The log's name.</param>
    /// <param name="tool">The tool.</param>
    /// <param name="arguments">Its arguments, placeholders not filled in.</param>
    /// <param name="within">How long it may take; then it is killed.</param>
    /// <param name="ct">Kills it.</param>
    /// <exception cref="ProcessFailedException">It could not be started, or ran too long.</exception>
    Task<ProcessResult> RunAsync(string log, Tool tool, IReadOnlyList<string> arguments, TimeSpan within, CancellationToken ct);

    /// <summary>The connection string of a PostgreSQL store; of the first when none is named.</summary>
    string Connection(string? store);
}
