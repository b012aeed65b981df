using PerfGate.Environments.Checks;
using PerfGate.Environments.Docker;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Compose;

/// <summary>
/// A compose tool answers, the compose file is valid and has what is counted on, and its images are there or can be had.
/// </summary>
internal sealed class ComposeFileCheck(
    ComposeDefinition definition, string root, TimeProvider time, IReadOnlyDictionary<string, string> ambient) : IPreflightCheck
{
    const string RunId = "preflight";

    public string Name => "Compose file";

    ComposePlaceholders Placeholders => new(root, RunId);

    public async Task<IReadOnlyList<PreflightResult>> RunAsync(CancellationToken ct)
    {
        var results = new List<PreflightResult>();
        try
        {
            var runner = new ProcessRunner(time)
            {
                Ambient = ambient,
                Redactor = ComposeSetup.Redactor(definition, ambient, Placeholders),
            };
            var tool = await ComposeTool.FindAsync(runner, ct);
            results.Add(PreflightResult.Passed($"{tool.Name} answers"));
            using var engine = await EngineAsync(ct);
            var model = await ComposeModel.ReadAsync(await ProjectAsync(tool, runner, engine, ct), ct);
            results.AddRange(OfModel(model));
            if (engine is not null)
            {
                results.AddRange(await OfImagesAsync(model, engine, ct));
            }
        }
        catch (EnvironmentException exception)
        {
            results.Add(EngineCheck.Failed(exception));
        }

        return results;
    }

    // An engine that does not answer is another check's to report; the file can be read without one.
    async Task<DockerEngine?> EngineAsync(CancellationToken ct)
    {
        try
        {
            return await DockerEngine.ConnectAsync(ambient, ct);
        }
        catch (EnvironmentException)
        {
            return null;
        }
    }

    async Task<ComposeProject> ProjectAsync(ComposeTool tool, ProcessRunner runner, DockerEngine? engine, CancellationToken ct)
    {
        var options = new EnvironmentOptions { RunId = RunId, RunFolder = root, Root = root, Ambient = ambient };
        var images = engine is null
            ? definition.Images.ToDictionary(image => image.Variable, image => image.Public, StringComparer.Ordinal)
            : await ImageChooser.ChooseAsync(definition.Images, ambient, engine, say: null, ct);

        // A build's context has to be a folder that is there; what will be published is not there yet.
        var contexts = definition.Published.Select(project => KeyValuePair.Create(project.Variable, Path.GetFullPath(root)));
        return ComposeSetup.Project(
            definition, options, tool, runner, images.Concat(contexts), Placeholders);
    }

    IEnumerable<PreflightResult> OfModel(ComposeModel model)
    {
        yield return ComposeSetup.Missing(definition, model) is { } missing
            ? PreflightResult.Failed(missing)
            : PreflightResult.Passed($"{definition.File} is valid");
        foreach (var (service, port) in FixedPorts(model))
        {
            yield return Ports.IsFree(port)
                ? PreflightResult.Warning(
                    $"'{service}' asks for port {port} of this machine: two runs cannot go side by side",
                    $"Take it out of ports in {definition.File}: the port that is needed is published on a random one.")
                : PreflightResult.Failed(
                    $"port {port}, which '{service}' asks for, is in use by {Ports.HolderOf(port) ?? "another process"}",
                    $"Stop that, or take the port out of ports in {definition.File}: it is published on a random one.");
        }
    }

    IEnumerable<(string Service, int Port)> FixedPorts(ComposeModel model) => ComposeSetup.Services(definition)
        .Select(model.Find)
        .OfType<ComposeServiceModel>()
        .SelectMany(service => service.FixedPorts.Select(port => (service.Name, port)));

    async Task<IReadOnlyList<PreflightResult>> OfImagesAsync(ComposeModel model, DockerEngine engine, CancellationToken ct)
    {
        var results = new List<PreflightResult>();
        var images = ComposeSetup.Services(definition)
            .Select(model.Find)
            .OfType<ComposeServiceModel>()
            .Where(service => service is { IsBuilt: false, Image: not null })
            .Select(service => service.Image!)
            .Distinct(StringComparer.Ordinal);
        foreach (var image in images)
        {
            results.Add(await engine.HasImageAsync(image, ct)
                ? PreflightResult.Passed($"image {image} is there")
                : PreflightResult.Warning(
                    $"image {image} is not on this machine: it will be pulled",
                    ComposeSetup.HowToGetImages(definition, root)));
        }

        return results;
    }
}
