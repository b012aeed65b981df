using PerfGate.Environments.Docker;

namespace PerfGate.Environments.Compose;

/// <summary>Decides which image each image variable of a compose file names in this run.</summary>
internal static class ImageChooser
{
    /// <summary>The variables and their images.</summary>
    /// <param name="images">The variables.</param>
    /// <param name="ambient">Variables of the user.</param>
    /// <param name="engine">Knows which images are on this machine.</param>
    /// <param name="say">Told when a stand-in takes the place of the image that people use.</param>
    /// <param name="ct">Ends the asking.</param>
    public static async Task<IReadOnlyDictionary<string, string>> ChooseAsync(
        IReadOnlyList<ImageVariable> images,
        IReadOnlyDictionary<string, string> ambient,
        DockerEngine engine,
        Action<string>? say,
        CancellationToken ct)
    {
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var image in images)
        {
            chosen[image.Variable] = await ChooseAsync(image);
        }

        return chosen;

        async Task<string> ChooseAsync(ImageVariable image)
        {
            if (ambient.GetValueOrDefault(image.Variable) is { Length: > 0 } wanted)
            {
                return wanted;
            }

            if (image.StandIn is not { } standIn
                || await engine.HasImageAsync(image.Public, ct)
                || !await engine.HasImageAsync(standIn, ct))
            {
                return image.Public;
            }

            say?.Invoke($"{image.Variable}: {standIn} stands in for {image.Public}, which is not on this machine");
            return standIn;
        }
    }
}
