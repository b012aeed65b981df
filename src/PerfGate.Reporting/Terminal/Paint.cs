namespace PerfGate.Reporting.Terminal;

/// <summary>ANSI colours by tone, or none at all.</summary>
internal sealed class Paint(bool colour)
{
    public string Tone(string text, string tone, bool strong = false)
    {
        var code = tone switch
        {
            "good" => "32",
            "bad" => "31",
            "warn" => "33",
            "calm" => "36",
            "soft" or "head" => "2",
            _ => "",
        };
        if (!colour || code.Length == 0) return text;
        return $"\e[{(strong ? "1;" : "")}{code}m{text}\e[0m";
    }
}
