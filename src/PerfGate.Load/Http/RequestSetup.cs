using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PerfGate.Load;

/// <summary>What one request has beside its endpoint. Every method returns the same object, so that calls chain.</summary>
public sealed class RequestSetup
{
    StringBuilder? query;

    internal RequestSetup()
    {
    }

    internal string? StatisticsName { get; private set; }

    internal string? OtherPath { get; private set; }

    internal string? AddedQuery => query?.ToString();

    internal Dictionary<string, string>? Headers { get; private set; }

    internal ReadOnlyMemory<byte>? Content { get; private set; }

    internal string? ContentType { get; private set; }

    internal TimeSpan? TimeLimit { get; private set; }

    /// <summary>Counts this request under another name.</summary>
    public RequestSetup Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        StatisticsName = name;
        return this;
    }

    /// <summary>Sends this request to another path; it is counted under the endpoint's name all the same.</summary>
    /// <exception cref="ArgumentException">The path does not begin with a slash.</exception>
    public RequestSetup Path(string path)
    {
        Endpoint.CheckPath(path);
        OtherPath = path;
        return this;
    }

    /// <summary>
    /// Adds a query parameter; name and value are escaped. A null value adds the name with nothing after the equals sign.
    /// </summary>
    public RequestSetup Query(string name, object? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        query = (query ?? new StringBuilder()).Append(query is null ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=')
            .Append(Uri.EscapeDataString(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? ""));
        return this;
    }

    /// <summary>Sets a header of this request; it takes the place of the user's header of the same name.</summary>
    public RequestSetup Header(string name, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(value);
        (Headers ??= new(StringComparer.OrdinalIgnoreCase))[name] = value;
        return this;
    }

    /// <summary>
    /// Sends <paramref name="value"/> as JSON. Names are written in camel case unless <paramref name="options"/> say otherwise.
    /// </summary>
    public RequestSetup Json<T>(T value, JsonSerializerOptions? options = null) =>
        Body(JsonSerializer.SerializeToUtf8Bytes(value, options ?? JsonSerializerOptions.Web), "application/json");

    /// <summary>Sends a form.</summary>
    public RequestSetup Form(IEnumerable<KeyValuePair<string, string>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var text = string.Join('&', fields.Select(f => $"{WebUtility.UrlEncode(f.Key)}={WebUtility.UrlEncode(f.Value)}"));
        return Body(Encoding.UTF8.GetBytes(text), "application/x-www-form-urlencoded");
    }

    /// <summary>Sends bytes as they are. They must not change before the reply arrives.</summary>
    /// <exception cref="FormatException">The content type is not one.</exception>
    public RequestSetup Body(ReadOnlyMemory<byte> bytes, string contentType)
    {
        MediaTypeHeaderValue.Parse(contentType);
        Content = bytes;
        ContentType = contentType;
        return this;
    }

    /// <summary>Gives this request another time limit than the plan's.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not longer than zero, or longer than an hour.</exception>
    public RequestSetup Timeout(TimeSpan limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, LoadPlan.Longest);
        TimeLimit = limit;
        return this;
    }
}
