using System.Runtime.InteropServices;
using System.Text;

namespace PerfGate.Gate.Fingerprints;

/// <summary>What macOS and Windows tell about the machine.</summary>
internal static class DesktopFacts
{
    public static string? CpuModel() =>
        OperatingSystem.IsMacOS() ? Sysctl("machdep.cpu.brand_string") : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");

    // The product's version, not the kernel's build that RuntimeInformation names on macOS.
    public static string OsName() =>
        OperatingSystem.IsMacOS() ? $"macOS {Environment.OSVersion.Version}" : RuntimeInformation.OSDescription;

    static string? Sysctl(string name)
    {
        var text = new byte[256];
        nint length = text.Length;
        return SysctlByName(name, text, ref length, 0, 0) == 0 ? Encoding.UTF8.GetString(text, 0, (int)length).TrimEnd('\0') : null;
    }

    [DllImport("libc", EntryPoint = "sysctlbyname", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int SysctlByName([MarshalAs(UnmanagedType.LPUTF8Str)] string name, byte[] value, ref nint length, nint newValue, nint newLength);
}
