namespace Octokit;

/// <summary>Somebody who has answers.</summary>
public interface IApiInfoProvider
{
    /// <summary>What came with the last answer beside its content; <c>null</c> before the first answer.</summary>
    ApiInfo GetLastApiInfo();
}
