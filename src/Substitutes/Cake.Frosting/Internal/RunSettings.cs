using System.ComponentModel;
using Cake.Cli;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Spectre.Console.Cli;

namespace Cake.Frosting.Internal;

/// <summary>The options that the host itself understands; every other argument belongs to the build.</summary>
internal sealed class RunSettings : CommandSettings
{
    [CommandOption("-t|--target|--Target <TARGET>")]
    [DefaultValue("Default")]
    [Description("The task to run, after those it depends on.")]
    public string[] Targets { get; init; } = [];

    [CommandOption("-w|--working <PATH>")]
    [TypeConverter(typeof(Cli.DirectoryPathConverter))]
    [Description("The folder to work in.")]
    public DirectoryPath? WorkingDirectory { get; init; }

    [CommandOption("-v|--verbosity <VERBOSITY>")]
    [TypeConverter(typeof(VerbosityConverter))]
    [DefaultValue(Verbosity.Normal)]
    [Description("How much to print: Quiet, Minimal, Normal, Verbose or Diagnostic.")]
    public Verbosity Verbosity { get; init; }

    [CommandOption("--description|--descriptions|--showdescription|--showdescriptions")]
    [Description("Lists the tasks with what they do.")]
    public bool Description { get; init; }

    [CommandOption("--tree|--showtree")]
    [Description("Shows which task depends on which.")]
    public bool Tree { get; init; }

    [CommandOption("--dryrun|--noop|--whatif")]
    [Description("Lists the tasks that would run, without running them.")]
    public bool DryRun { get; init; }

    [CommandOption("-e|--exclusive")]
    [Description("Runs the task without those it depends on.")]
    public bool Exclusive { get; init; }

    [CommandOption("--version|--ver")]
    [Description("Shows the version.")]
    public bool Version { get; init; }
}
