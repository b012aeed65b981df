namespace PerfGate.Load.Profiles;

/// <summary>
/// Builds a <see cref="Profile"/> stage by stage. A closed stage begins with the users at which the one before it ended, an open
/// one with the rate: <c>p.WarmUp(to: 100, over: 10.Seconds()).WarmUp(5.Seconds()).Hold(25.Seconds())</c>,
/// <c>p.WarmUpRate(to: 500, over: 30.Seconds()).HoldRate(1.Minutes())</c>.
/// </summary>
public sealed class ProfileBuilder
{
    /// <summary>A shape is asked for its users this often.</summary>
    public static readonly TimeSpan ShapeStep = TimeSpan.FromMilliseconds(100);

    /// <summary>A shape that has not ended after this time is refused.</summary>
    public static readonly TimeSpan LongestShape = TimeSpan.FromHours(24);

    static readonly TimeSpan LettingGo = TimeSpan.FromSeconds(1);

    readonly List<Stage> stages = [];
    int users;
    double rate;
    int? pool;
    bool poisson;
    bool untilItBreaks;

    /// <summary>Goes to <paramref name="to"/> users in a straight line; measured.</summary>
    public ProfileBuilder Ramp(int to, TimeSpan over) => Add(to, over, warmUp: false, $"ramp to {to}");

    /// <summary>Keeps the number of users that the stage before ended with; measured.</summary>
    public ProfileBuilder Hold(TimeSpan time) => Add(users, time, warmUp: false, $"hold {users}");

    /// <summary>Keeps <paramref name="at"/> users from its first moment on; measured.</summary>
    public ProfileBuilder Hold(int at, TimeSpan time)
    {
        users = at;
        return Hold(time);
    }

    /// <summary>Goes to <paramref name="to"/> users in a straight line; kept apart and never judged.</summary>
    public ProfileBuilder WarmUp(int to, TimeSpan over) => Add(to, over, warmUp: true, $"warm-up to {to}");

    /// <summary>Keeps the number of users; kept apart and never judged.</summary>
    public ProfileBuilder WarmUp(TimeSpan time) => Add(users, time, warmUp: true, $"warm-up {users}");

    /// <summary>
    /// Holds each number of users in turn. Going up is a warm-up, and so are settling and the time without load between two steps.
    /// </summary>
    /// <param name="users">The steps, each at least 1.</param>
    /// <param name="hold">How long each is measured.</param>
    /// <param name="usersPerSecond">How fast users come; at least 1.</param>
    /// <param name="coolDown">The time without users between two steps; zero: from one step straight to the next.</param>
    /// <param name="settle">The time at each step before it is measured, in which those who have just come sign in; not said: none.</param>
    public ProfileBuilder Steps(IReadOnlyList<int> users, TimeSpan hold, int usersPerSecond, TimeSpan coolDown, TimeSpan settle = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(settle, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(users);
        ArgumentOutOfRangeException.ThrowIfLessThan(usersPerSecond, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(coolDown, TimeSpan.Zero);
        foreach (var (step, count) in users.Index())
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(users));
            if (step > 0 && coolDown > TimeSpan.Zero) CoolDown(coolDown);
            if (count != this.users) WarmUp(count, TimeSpan.FromSeconds(Math.Abs(count - this.users) / (double)usersPerSecond));
            if (settle > TimeSpan.Zero) WarmUp(settle);
            Hold(hold);
        }

        return this;
    }

    /// <summary>
    /// Has as many users as a function of time says, until it says null; measured, as one stage. The function is asked now, every
    /// 100 ms of the shape, so users change at most ten times a second.
    /// </summary>
    /// <param name="usersAt">The users wanted at a moment after the stage's start; null: the stage ends there.</param>
    /// <exception cref="ArgumentException">It ends at once, or not within 24 hours, or wants fewer than no users.</exception>
    public ProfileBuilder Shape(Func<TimeSpan, int?> usersAt)
    {
        ArgumentNullException.ThrowIfNull(usersAt);
        var shape = new List<int>();
        for (var time = TimeSpan.Zero; usersAt(time) is { } wanted; time += ShapeStep)
        {
            if (wanted < 0) throw new ArgumentException($"The shape wants {wanted} users at {time}; a number of users is not negative.", nameof(usersAt));
            if (time >= LongestShape) throw new ArgumentException($"The shape does not end within {LongestShape.TotalHours} hours: return null where it ends.", nameof(usersAt));
            shape.Add(wanted);
        }

        if (shape.Count == 0) throw new ArgumentException("The shape ends at once: return a number of users for as long as it lasts.", nameof(usersAt));
        stages.Add(new Stage("shape", shape[0], shape[^1], shape.Count * ShapeStep, WarmUp: false) { Shape = shape });
        (users, rate) = (shape[^1], 0);
        return this;
    }

    /// <summary>Goes to <paramref name="to"/> arrivals per second in a straight line; measured.</summary>
    public ProfileBuilder RampRate(double to, TimeSpan over) => AddRate(rate, to, over, warmUp: false, $"ramp to {to:0.###}/s");

    /// <summary>Keeps the rate of arrivals that the stage before ended with; measured.</summary>
    public ProfileBuilder HoldRate(TimeSpan time) => AddRate(rate, rate, time, warmUp: false, $"hold {rate:0.###}/s");

    /// <summary>Keeps <paramref name="at"/> arrivals per second from its first moment on; measured.</summary>
    public ProfileBuilder HoldRate(double at, TimeSpan time) => AddRate(at, at, time, warmUp: false, $"hold {at:0.###}/s");

    /// <summary>Goes to <paramref name="to"/> arrivals per second in a straight line; kept apart and never judged.</summary>
    public ProfileBuilder WarmUpRate(double to, TimeSpan over) => AddRate(rate, to, over, warmUp: true, $"warm-up to {to:0.###}/s");

    /// <summary>Keeps the rate of arrivals; kept apart and never judged.</summary>
    public ProfileBuilder WarmUpRate(TimeSpan time) => AddRate(rate, rate, time, warmUp: true, $"warm-up {rate:0.###}/s");

    /// <summary>
    /// Holds each rate of arrivals in turn. Going up is a warm-up, and so are settling and the time without load between two steps.
    /// </summary>
    /// <param name="rates">The steps, in arrivals per second; each above 0.</param>
    /// <param name="hold">How long each is measured.</param>
    /// <param name="risePerSecond">By how many arrivals per second the rate goes up each second; above 0.</param>
    /// <param name="coolDown">The time without arrivals between two steps; zero: from one step straight to the next.</param>
    /// <param name="settle">The time at each step before it is measured; not said: none.</param>
    public ProfileBuilder StepsRate(IReadOnlyList<double> rates, TimeSpan hold, double risePerSecond, TimeSpan coolDown, TimeSpan settle = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(settle, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(rates);
        if (!(risePerSecond > 0)) throw new ArgumentOutOfRangeException(nameof(risePerSecond), risePerSecond, "A rate goes up by more than 0 arrivals per second each second.");
        ArgumentOutOfRangeException.ThrowIfLessThan(coolDown, TimeSpan.Zero);
        foreach (var (step, wanted) in rates.Index())
        {
            if (!(wanted > 0)) throw new ArgumentOutOfRangeException(nameof(rates), wanted, "A step has more than 0 arrivals per second.");
            if (step > 0 && coolDown > TimeSpan.Zero) CoolDownRate(coolDown);
            if (wanted != rate) WarmUpRate(wanted, TimeSpan.FromSeconds(Math.Abs(wanted - rate) / risePerSecond));
            if (settle > TimeSpan.Zero) WarmUpRate(settle);
            HoldRate(hold);
        }

        return this;
    }

    /// <summary>Lets the arrivals of open stages come at random, as those of independent people do, instead of evenly.</summary>
    public ProfileBuilder Poisson()
    {
        poisson = true;
        return this;
    }

    /// <summary>Sets how many users serve the arrivals of open stages; not said, it follows from the rate.</summary>
    /// <param name="users">
    /// At least 1. All of them start, with their on-start, before the profile begins. They take turns, so unless on-start sends
    /// requests, as many of the first arrivals connect as there are users: let a warm-up come before what is measured.
    /// </param>
    public ProfileBuilder Pool(int users)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(users, 1);
        pool = users;
        return this;
    }

    /// <summary>
    /// Makes it a search for the load at which the system breaks: it ends after the first measured stage in which a critical limit
    /// is missed.
    /// </summary>
    public ProfileBuilder UntilItBreaks()
    {
        untilItBreaks = true;
        return this;
    }

    /// <summary>The profile.</summary>
    /// <exception cref="ArgumentException">It has no stage, never has a user or an arrival, or measures nothing.</exception>
    public Profile Build(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var profile = new Profile(name, [.. stages]) { Pool = pool, Poisson = poisson, UntilItBreaks = untilItBreaks };
        return profile.Problems().FirstOrDefault() is { } problem ? throw new ArgumentException(problem, nameof(name)) : profile;
    }

    void CoolDown(TimeSpan time)
    {
        var going = time > LettingGo ? LettingGo : time / 2;
        WarmUp(to: 0, going).WarmUp(time - going);
    }

    void CoolDownRate(TimeSpan time)
    {
        var going = time > LettingGo ? LettingGo : time / 2;
        WarmUpRate(to: 0, going).WarmUpRate(time - going);
    }

    ProfileBuilder Add(int to, TimeSpan time, bool warmUp, string name)
    {
        if (to < 0)
            throw new ArgumentOutOfRangeException(nameof(to), to, $"Stage '{name}' goes to {to} users; their number is 0 or more.");
        Check(time, name);
        stages.Add(new Stage(name, users, to, time, warmUp));
        (users, rate) = (to, 0);
        return this;
    }

    ProfileBuilder AddRate(double from, double to, TimeSpan time, bool warmUp, string name)
    {
        if (!Arrivals.IsRate(to))
            throw new ArgumentOutOfRangeException(nameof(to), to, $"A rate of arrivals is not negative and at most {Arrivals.HighestRate:N0} per second.");
        Check(time, name);
        stages.Add(new Stage(name, 0, 0, time, warmUp) { Arrivals = new(from, to) });
        (users, rate) = (0, to);
        return this;
    }

    static void Check(TimeSpan time, string name)
    {
        if (time <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(time), time, $"Stage '{name}' lasts {time}; a stage lasts more than zero.");
    }
}
