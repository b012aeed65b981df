namespace PerfGate.Load.Transports;

/// <summary>What arrived is no reply that could be trusted; the message is the reason of the failure.</summary>
internal sealed class NotHttpException(string message) : Exception(message);
