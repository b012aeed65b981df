using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Compose;

[Trait("Needs", RealEngine.Needed)]
public sealed class SideBySide : IDisposable
{
    readonly ComposeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_runs_of_one_suite_have_names_ports_and_files_of_their_own()
    {
        using var engine = await RealEngine.RequireAsync();
        folder.WriteApiAlone();
        string[] runs = [ComposeFolder.NewRun(), ComposeFolder.NewRun()];
        var environments = runs.Select(run => folder.Create(ComposeFolder.Alone, run)).ToList();

        await Task.WhenAll(environments.Select(async environment =>
        {
            await environment.UpAsync(CancellationToken.None);
            await environment.MigrateAsync(CancellationToken.None);
            await environment.StartAsync(CancellationToken.None);
        }));

        environments[0].BaseAddress.ShouldNotBe(environments[1].BaseAddress);
        await environments[0].DisposeAsync();
        (await RealEngine.LeftOfAsync($"perfgate-test-{runs[0]}")).ShouldBeEmpty();
        (await RealEngine.LeftOfAsync($"perfgate-test-{runs[1]}")).ShouldNotBeEmpty();

        using var client = new HttpClient { BaseAddress = environments[1].BaseAddress };
        (await client.GetStringAsync("/")).ShouldBe("ok");
        environments[1].Died.IsCompleted.ShouldBeFalse();
        await environments[1].DisposeAsync();
        (await RealEngine.LeftOfAsync($"perfgate-test-{runs[1]}")).ShouldBeEmpty();
    }
}
