using PerfGate.Environments.Docker;
using PerfGate.Environments.Life;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Compose;

/// <summary>Builds the images that are built, and pulls those that are not on this machine.</summary>
internal sealed class ImagePreparation(
    ComposeDefinition definition, EnvironmentOptions options, ComposeProject project, DockerEngine engine)
{
    public async Task RunAsync(ComposeModel model, Lifecycle life, CancellationToken ct)
    {
        var services = ComposeSetup.Services(definition).Select(model.Find).OfType<ComposeServiceModel>().ToList();
        RefuseTakenPorts(services);
        foreach (var service in services.Where(service => !service.IsBuilt))
        {
            if (!await engine.HasImageAsync(service.Image!, ct))
            {
                await life.StepAsync(() => PullAsync(service, ct));
            }
        }

        var built = services.Where(service => service.IsBuilt).Select(service => service.Name).ToList();
        if (built.Count > 0)
        {
            await life.StepAsync(() => BuildAsync(built, ct));
        }
    }

    void RefuseTakenPorts(IEnumerable<ComposeServiceModel> services)
    {
        foreach (var service in services)
        {
            foreach (var port in service.FixedPorts)
            {
                Ports.Require(service.Name, port, $"let it be random: take it out of ports in {definition.File}");
            }
        }
    }

    async Task<string> PullAsync(ComposeServiceModel service, CancellationToken ct)
    {
        await RequireAsync(
            $"The image {service.Image} of '{service.Name}' is not on this machine and cannot be pulled.",
            ["pull", service.Name],
            ct);
        return $"pull {service.Image}";
    }

    async Task<string> BuildAsync(IReadOnlyList<string> services, CancellationToken ct)
    {
        await RequireAsync($"The images of {string.Join(", ", services)} could not be built.", ["build", .. services], ct);
        return $"build images of {string.Join(", ", services)}";
    }

    async Task RequireAsync(string otherwise, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        try
        {
            await project.RequireAsync(otherwise, definition.BuildWithin, arguments, ct);
        }
        catch (ProcessFailedException exception)
        {
            var what = exception.ExitCode is null ? $"{otherwise} {exception.Message}" : exception.Message;
            throw new EnvironmentException($"{what}\n  {ComposeSetup.HowToGetImages(definition, options.Root)}", exception);
        }
    }
}
