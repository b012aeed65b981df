namespace PerfGate.Load.Transports;

internal sealed class HttpReplyHeaders(HttpResponseMessage response) : IReplyHeaders
{
    public string? Find(string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values)
            || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;
}
