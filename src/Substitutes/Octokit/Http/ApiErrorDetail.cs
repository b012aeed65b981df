namespace Octokit;

/// <summary>One thing that is wrong with a request. Any part may be <c>null</c>.</summary>
public class ApiErrorDetail
{
    /// <summary>No details.</summary>
    public ApiErrorDetail()
    {
    }

    /// <summary>All the details.</summary>
    public ApiErrorDetail(string message, string code, string field, string resource)
    {
        Message = message;
        Code = code;
        Field = field;
        Resource = resource;
    }

    /// <summary>In words.</summary>
    public string Message { get; }

    /// <summary>In one word, such as <c>missing_field</c> or <c>custom</c>.</summary>
    public string Code { get; }

    /// <summary>The field.</summary>
    public string Field { get; }

    /// <summary>The kind of thing that has the field, such as <c>IssueComment</c>.</summary>
    public string Resource { get; }
}
