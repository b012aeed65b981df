namespace Octokit;

/// <summary>Somebody on GitHub who writes; see <see cref="Account.Type"/> for whether it is a person.</summary>
public class User : Account;
