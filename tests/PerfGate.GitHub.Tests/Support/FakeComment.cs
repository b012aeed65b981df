namespace PerfGate.GitHub.Tests.Support;

/// <summary>A comment that the fake GitHub keeps.</summary>
internal sealed class FakeComment(long id, int pull, string body, string login, string type)
{
    public long Id { get; } = id;

    public int Pull { get; } = pull;

    public string Login { get; } = login;

    public string Body { get; set; } = body;

    public object Json() => new
    {
        id = Id,
        body = Body,
        html_url = $"https://github.com/octo/shop/pull/{Pull}#issuecomment-{Id}",
        user = new { login = Login, type },
    };
}
