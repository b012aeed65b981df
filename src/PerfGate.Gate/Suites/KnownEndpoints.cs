using System.Collections;
using System.Reflection;
using PerfGate.Load;

namespace PerfGate.Gate.Suites;

/// <summary>
/// The endpoints that stand in static fields and properties beside the users of a suite, alone, in collections or as the
/// values of dictionaries, whatever their visibility.
/// </summary>
internal static class KnownEndpoints
{
    const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // A property may give endpoints without end.
    const int MostOfOne = 10_000;

    /// <summary>All of the assemblies that the users' classes are in.</summary>
    public static IReadOnlyList<Endpoint> Of(IEnumerable<UserClass> users) =>
        [.. users.Select(u => u.Type.Assembly).Distinct().SelectMany(Types).Where(type => !type.ContainsGenericParameters).SelectMany(Of)];

    static IEnumerable<Endpoint> Of(Type type) =>
        type.GetFields(Static).Where(field => Holds(field.FieldType)).SelectMany(field => Read(() => field.GetValue(null)))
            .Concat(type.GetProperties(Static).Where(p => p.CanRead && p.GetIndexParameters().Length == 0 && Holds(p.PropertyType)).SelectMany(p => Read(() => p.GetValue(null))));

    static bool Holds(Type type) => type == typeof(Endpoint) || (typeof(IEnumerable).IsAssignableFrom(type) && Mentions(type));

    static bool Mentions(Type type) =>
        type == typeof(Endpoint) || (type.GetElementType() is { } element && Mentions(element)) || type.GenericTypeArguments.Any(Mentions);

    static IReadOnlyList<Endpoint> Read(Func<object?> value)
    {
        try
        {
            return [.. Endpoints(value()).Take(MostOfOne)];
        }
        catch (Exception)
        {
            // It is the suite's own code that runs here, and whatever it throws only leaves its endpoints unknown.
            return [];
        }
    }

    static IEnumerable<Endpoint> Endpoints(object? value) => value switch
    {
        Endpoint endpoint => [endpoint],
        IDictionary dictionary => dictionary.Values.Cast<object?>().SelectMany(Endpoints),
        IEnumerable<Endpoint> endpoints => endpoints,
        IEnumerable values and not string => values.Cast<object?>().SelectMany(Endpoints),
        _ => [],
    };

    static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException some)
        {
            return some.Types.OfType<Type>();
        }
    }
}
