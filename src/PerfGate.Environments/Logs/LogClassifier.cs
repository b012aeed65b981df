using System.Buffers;
using System.Text.RegularExpressions;

namespace PerfGate.Environments.Logs;

/// <summary>
/// Tells what trouble a line of a log speaks of, by the words of common stacks: .NET, Java, Python, Node, Go, Rust, PostgreSQL,
/// MySQL, SQL Server, SQLite, Redis. Lines that speak of none, which is nearly all, cost one search for a few words.
/// </summary>
internal static partial class LogClassifier
{
    // What a line is about stands at its beginning; what comes later may be data.
    const int LongestLine = 2000;

    // Each pattern below needs one of these, whatever its case.
    static readonly SearchValues<string> Hints = SearchValues.Create(
        [
            "panic", "unhandled", "fatal", "exception in thread", "segmentation fault", "sigsegv", "core dumped", "triggeruncaught",
            "outofmemory", "out of memory", "memoryerror", "allocate memory", "memory size", "insufficient memory", "oom command",
            "pool exhausted", "pool has been", "pool is ex", "queuepool", "request timed", "obtaining a connection", "all pooled",
            "trying to connect", "acquiring a connection", "fetching a new", "get a connection", "query_wait",
            "too many c", "slots are reserved", "number of clients", "no more connections", "53300", "deadlock",
            "timeoute", "timed", "timeout expired", "time-out expired", "i/o timeout", "deadline exceeded", "due to", "is locked",
            "error", "fail", "crit", "severe", "err]", "err ", "ftl", "alert", "emerg", "traceback", "\"level\":50", "\"level\":60",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The gravest trouble that a line tells of; null when it tells of none.</summary>
    public static LogKind? Of(string line)
    {
        var text = Plain(line);
        if (!text.AsSpan().ContainsAny(Hints))
        {
            return null;
        }

        text = text.Length > LongestLine ? text[..LongestLine] : text;

        // An address says where somebody went, not what happened there.
        if (text.Contains('/', StringComparison.Ordinal))
        {
            text = Address().Replace(text, "");
        }

        return IsQuote(text) ? null
            : Panic().IsMatch(text) ? LogKind.Panic
            : OutOfMemory().IsMatch(text) ? LogKind.OutOfMemory
            : PoolExhausted().IsMatch(text) ? LogKind.PoolExhausted
            : TooManyConnections().IsMatch(text) ? LogKind.TooManyConnections
            : Deadlock().IsMatch(text) ? LogKind.Deadlock
            : TimedOut().IsMatch(text) ? LogKind.Timeout
            : IsError(text) ? LogKind.Error
            : null;
    }

    /// <summary>A line without its colours.</summary>
    public static string Plain(string line) => line.Contains('\e', StringComparison.Ordinal) ? Colour().Replace(line, "") : line;

    /// <summary>Whether a line repeats what a database was asked, as PostgreSQL does below its errors: the words are not its own.</summary>
    public static bool IsQuote(string line) => Quote().IsMatch(line);

    // The first level on a line is the line's own; a later one is in what it says.
    static bool IsError(string text)
    {
        var level = text.AsSpan().TrimStart().StartsWith('{') ? JsonLevel().Match(text) : Level().Match(text);
        return level.Groups["error"].Success;
    }

    // No limit of time on these: what they look at is short, and a machine that is slow for a second must not cost a line.
    const int NoLimit = Timeout.Infinite;

    [GeneratedRegex(@"\e\[[0-9;]*m", RegexOptions.None, NoLimit)]
    private static partial Regex Colour();

    [GeneratedRegex("""(\b[a-z]{2,10}:/|(?<!\w))/[^\s"']*""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, NoLimit)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"\b((STATEMENT|DETAIL|HINT|CONTEXT|QUERY|LOCATION):  |LOG:  (statement|duration|execute|parse|bind|fetch)\b)",
        RegexOptions.ExplicitCapture,
        NoLimit)]
    private static partial Regex Quote();

    [GeneratedRegex(
        """
        ^\s*(?i:unhandled\ exception)[.:]
        | FATAL\ UNHANDLED\ EXCEPTION:
        | ^\s*Fatal\ error\.\s
        | ^\s*fatal\ error:\s
        | ^\s*FATAL\ ERROR:\s
        | ^\s*panic:\s
        | \bthread\ '[^']*'(\ \(\d+\))?\ panicked
        | \bException\ in\ thread\ "main"
        | Unhandled\ 'error'\ event
        | \btriggerUncaughtException\b
        | \bUnhandledPromiseRejection:
        | \bPANIC:
        | \bSIGSEGV\b
        | (?i:segmentation\ fault)
        | \bcore\ dumped\b(?<!\b(?i:no|not|without)\score\ dumped)
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        NoLimit)]
    private static partial Regex Panic();

    [GeneratedRegex(
        """
        \bOutOfMemory(Exception|Error)\b
        | \bMemoryError\b
        | (?i:\b(out\ of|cannot\ allocate)\ memory\b(?!\s*[:=]\s*0\b)(?<!\b(0|no|not|never|without)\s(\w+\s)?(out\ of|cannot\ allocate)\ memory))
        | \bOOM\ command\ not\ allowed
        | \bAllowed\ memory\ size\ of\ \d+\ bytes\ exhausted
        | \binsufficient\ memory\ for\ the\ Java\ Runtime
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        NoLimit)]
    private static partial Regex OutOfMemory();

    [GeneratedRegex(
        """
        \bconnection\ pool\ (has\ been\ |is\ )?exhausted
        | \bQueuePool\ limit\ of\ size
        | \bConnection\ is\ not\ available,\ request\ timed\ out
        | \bprior\ to\ obtaining\ a\ connection\ from\ the\ pool
        | \bAll\ pooled\ connections\ are\ in\ use
        | \btimeout\ exceeded\ when\ trying\ to\ connect
        | \bTimeout\ acquiring\ a\ connection
        | \bTimed\ out\ fetching\ a\ new\ connection\ from\ the\ connection\ pool
        | \bcouldn't\ get\ a\ connection\ after
        | :\s*query_wait_timeout\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        NoLimit)]
    private static partial Regex PoolExhausted();

    [GeneratedRegex(
        """
        \btoo\ many\ clients\ already
        | \bremaining\ connection\ slots\ are\ reserved
        | \btoo\ many\ connections\b(?!\s*[:=]\s*0\b)(?<!\b(0|no|not)\stoo\ many\ connections)
        | \bmax\ number\ of\ clients\ reached
        | \bno\ more\ connections\ allowed
        | \b(sqlstate|code|errcode)\W{1,4}53300\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        NoLimit)]
    private static partial Regex TooManyConnections();

    [GeneratedRegex(
        """
        \bdeadlock\ detected(?!\s*[:=]\s*0\b)(?<!\b(0|no)\sdeadlock\ detected)
        | \bDeadlock\ found\ when\ trying\ to\ get\ lock
        | \bchosen\ as\ the\ deadlock\ victim
        """,
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        NoLimit)]
    private static partial Regex Deadlock();

    [GeneratedRegex(
        """
        (?-i:Timeout(Exception|Error)\b)
        | \btimed\ out\b(?!\s*[:=]\s*(0|false)\b)(?<!\b(0|no|none|not|never|without|if|when)\s(\w+\s){0,3}timed\ out)
        | \btime-?out\ expired\b(?<!\b(0|no|not|never|without|if|when)\s(\w+\s){0,2}time-?out\ expired)
        | (?-i:\bETIMEDOUT\b)
        | \bi/o\ timeout\b
        | \bcontext\ deadline\ exceeded\b
        | \bcancel(l?)ing\ statement\ due\ to\ (statement|lock)\ timeout
        | \bterminating\ connection\ due\ to\ [a-z-]+\ timeout
        | \b(database|database\ table)\ is\ locked\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        NoLimit)]
    private static partial Regex TimedOut();

    // As .NET's console writes it, as a word in capitals near the start, in brackets, as level=.
    [GeneratedRegex(
        """
        ^[\d\s:.,/TZ+()\[\]-]{0,40}(?<error>fail|crit):\s
        | ^[\d\s:.,/TZ+()\[\]-]{0,40}(trce|dbug|info|warn):\s
        | ^\s*(?<error>Traceback\ \(most\ recent\ call\ last\))
        | (?<![\w./-])
          (TRACE|DEBUG\d?|INFO|NOTICE|WARN|WARNING|LOG(?=:)|(?<error>ERROR|FATAL|CRITICAL|SEVERE|ALERT|EMERG))
          (?![\w./=-]|\ (count|rate)\b|\s*[:=]\s*0\b)
          (?<=^.{0,90})(?<!\b(?i:0|no)\s[A-Z]+)
        | \b(VRB|DBG|INF|WRN|(?<error>ERR|FTL))(?=[\]\s])(?<=^[\W\dTZAPM]{0,40}[A-Z]{3})
        | (?i:\[(\w+:)?(trace|debug|inf|info|notice|wrn|warn|warning|(?<error>error|err|crit|critical|alert|emerg|fatal|ftl))(\]|:))
        | (?i:\b(level|lvl|severity)=["']?(trace|debug|info|notice|warn|warning|(?<error>error|err|crit|critical|alert|emerg|fatal|panic))\b)
        | ^(PHP\ )?(?<error>Fatal\ error:)
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        NoLimit)]
    private static partial Regex Level();

    [GeneratedRegex(
        """
        "(@?l|level|lvl|levelname|log\.level|loglevel|severity|error_severity)"\s*:\s*
        ("(?<error>error|err|crit|critical|alert|emerg|fatal|panic)"|(?<error>[56]0)\b|["\d])
        """,
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        NoLimit)]
    private static partial Regex JsonLevel();
}
