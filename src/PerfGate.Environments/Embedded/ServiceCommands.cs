using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Embedded;

/// <summary>How each service's program is started in this run, be it to serve or to migrate.</summary>
internal sealed class ServiceCommands(EmbeddedDefinition definition, Placeholders placeholders, string root)
{
    /// <summary>The service's program with those arguments and the service's own variables, placeholders filled in.</summary>
    public ProcessCommand Of(ServiceInstance service, IReadOnlyList<string> arguments)
    {
        IReadOnlyList<string> filled = [.. arguments.Select(argument => placeholders.Fill(argument, service.Name))];
        var command = service.Assembly is { } assembly
            ? new ProcessCommand(Programs.DotNet, [assembly, .. filled])
            : new ProcessCommand(service.Definition.Program!, filled);
        return command with
        {
            WorkingDirectory = service.Assembly is null ? root : Path.GetDirectoryName(service.Assembly),
            Variables = Variables(service),
            PassThrough = definition.PassThrough,
        };
    }

    Dictionary<string, string> Variables(ServiceInstance service)
    {
        var variables = new Dictionary<string, string>(ChildEnvironment.Names) { ["ASPNETCORE_URLS"] = "{url}" };
        foreach (var (name, value) in service.Definition.Variables)
        {
            variables[name] = value;
        }

        return variables.ToDictionary(
            pair => pair.Key, pair => placeholders.Fill(pair.Value, service.Name), ChildEnvironment.Names);
    }
}
