using System.Text;
using System.Text.Json;
using PerfGate.Load.Http;

namespace PerfGate.Load;

/// <summary>
/// The reply to one request. Its time was taken when the last byte arrived; its outcome is recorded once, when it is
/// disposed (or when the task ends). Unless the user says otherwise, a status below 400 is a success. Of several calls
/// that settle the outcome the last one counts, but a request that got no reply stays failed.
/// </summary>
/// <remarks>
/// A small value: copies of it are the same reply. After it was disposed every member of it but <see cref="Dispose"/> throws an
/// <see cref="ObjectDisposedException"/>, because its memory belongs to another reply by then.
/// </remarks>
public readonly struct Reply : IDisposable
{
    readonly ReplyState? state;
    readonly int turn;

    internal Reply(ReplyState state, int turn)
    {
        this.state = state;
        this.turn = turn;
    }

    /// <summary>The HTTP status; 0 when no complete reply arrived (refused, reset, timed out, …).</summary>
    public int Status => Live.Exchange.Status;

    /// <summary>Why the request counts as failed as things stand; null: it counts as a success.</summary>
    public string? Failure => Live.Failure;

    /// <summary>From when the request was asked for, or its arrival was due, to the last byte of its body.</summary>
    public TimeSpan ResponseTime => Live.ResponseTime;

    /// <summary>The body, decompressed; empty when there is none. Valid until the reply is disposed.</summary>
    /// <exception cref="ObjectDisposedException">The reply was disposed.</exception>
    public ReadOnlyMemory<byte> Body => Live.Exchange.Buffer.Body;

    /// <summary>The body as UTF-8 text.</summary>
    /// <inheritdoc cref="Body"/>
    public string Text => Encoding.UTF8.GetString(Body.Span);

    ReplyState Live =>
        state is { } live && live.Turn == turn
            ? live
            : throw new ObjectDisposedException(nameof(Reply), "The reply was disposed; read it before that.");

    /// <summary>The value of a header, several joined by commas; null when the reply has none of that name.</summary>
    public string? Header(string name) => Live.Exchange.Headers.Find(name);

    /// <summary>
    /// The body as JSON. A body that is not what was expected makes the request a failure; the exception then only ends
    /// the task, and is not counted a second time.
    /// </summary>
    /// <param name="options">How to read; names without regard to case when null.</param>
    /// <exception cref="UnusableReplyException">There is no reply, or its body is not such JSON.</exception>
    public T Json<T>(JsonSerializerOptions? options = null)
    {
        ThrowIfMissing();
        try
        {
            return JsonSerializer.Deserialize<T>(Body.Span, options ?? JsonSerializerOptions.Web)
                ?? throw new JsonException("The body is null.");
        }
        catch (JsonException e)
        {
            var failure = Live.Failure ??= $"the body is not the JSON of {typeof(T).Name}";
            throw new UnusableReplyException(failure, e);
        }
    }

    /// <summary>The body as a JSON element that stays valid after the reply was disposed.</summary>
    /// <inheritdoc cref="Json{T}"/>
    public JsonElement Json() => Json<JsonElement>();

    /// <summary>
    /// A success exactly when the status is one of <paramref name="allowed"/>; else a failure such as "expected 200, got 503".
    /// </summary>
    /// <returns>Whether it is one of them, so that the user can stop here.</returns>
    public bool ExpectStatus(params ReadOnlySpan<int> allowed)
    {
        if (allowed.IsEmpty) throw new ArgumentException("Name at least one status.", nameof(allowed));
        var (live, status) = (Live, Status);
        if (status == 0) return false;
        var expected = allowed.Contains(status);
        live.Failure = expected
            ? null
            : $"expected {string.Join(" or ", allowed.ToArray())}, got {live.Exchange.Error ?? status.ToString()}";
        return expected;
    }

    /// <summary>Counts the request as a success whatever its status. A request that got no reply stays failed.</summary>
    public void Accept()
    {
        if (Status != 0) Live.Failure = null;
    }

    /// <summary>Counts the request as failed.</summary>
    /// <param name="reason">Why, short and free of what varies (ids, numbers): failures are grouped by it.</param>
    public void Fail(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (Status != 0) Live.Failure = reason;
    }

    /// <summary>Records the outcome, once, and gives the body's memory back.</summary>
    public void Dispose() => state?.Settle(turn);

    void ThrowIfMissing()
    {
        if (Status == 0) throw new UnusableReplyException($"There is no reply to read: {Failure}.");
    }
}
