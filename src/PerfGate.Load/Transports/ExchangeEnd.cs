namespace PerfGate.Load.Transports;

/// <summary>Who ended an exchange.</summary>
internal enum ExchangeEnd
{
    /// <summary>The transport, by a reply or a failure.</summary>
    Finished,

    /// <summary>Its deadline.</summary>
    TimedOut,

    /// <summary>The run, by force.</summary>
    CutOff,
}
