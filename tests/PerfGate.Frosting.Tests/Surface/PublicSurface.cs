using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;

namespace PerfGate.Frosting.Tests.Surface;

/// <summary>
/// What others may call, as text, so that a change to it is seen in review. After a change that is meant, copy the file that
/// the failure names over PublicSurface.txt.
/// </summary>
public sealed class PublicSurface
{
    static readonly string[] Assemblies =
        ["PerfGate.Statistics", "PerfGate.Load", "PerfGate.Environments", "PerfGate.Gate", "PerfGate.GitHub", "PerfGate.Reporting", "PerfGate.Frosting"];

    [Fact]
    public void Changes_only_on_purpose()
    {
        var now = string.Join('\n', Assemblies.SelectMany(Describe)) + "\n";
        var actual = Path.Combine(AppContext.BaseDirectory, "PublicSurface.actual.txt");
        File.WriteAllText(actual, now);
        now.ShouldBe(File.ReadAllText(Path.Combine(Folder(), "PublicSurface.txt")), $"if this is meant: cp {actual} {Folder()}/PublicSurface.txt");
    }

    static IEnumerable<string> Describe(string assembly) =>
        Assembly.Load(assembly).GetExportedTypes()
            .Where(t => !typeof(ComponentBase).IsAssignableFrom(t))
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .SelectMany(t => new[] { $"{t.FullName}" }.Concat(Members(t).Order(StringComparer.Ordinal).Select(m => $"  {m}")));

    static IEnumerable<string> Members(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => m is not (Type or MethodBase { IsSpecialName: true, IsConstructor: false }))
            .Where(m => m.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
            .Select(m => m.ToString()!);

    static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
