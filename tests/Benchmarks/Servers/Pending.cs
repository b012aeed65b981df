using System.Net.Sockets;

namespace Benchmarks.Servers;

/// <summary>An answer that is due at a time of the clock, in microseconds.</summary>
internal readonly record struct Pending(Socket Socket, long DueMicros);
