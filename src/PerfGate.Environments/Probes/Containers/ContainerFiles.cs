using System.Globalization;

namespace PerfGate.Environments.Probes.Containers;

/// <summary>
/// Finds the files of a container's control group by its first process: /proc/[pid]/cgroup says where it is in each
/// hierarchy, /proc/self/mountinfo where hierarchies are. An engine elsewhere (another machine, a virtual machine of a
/// desktop) has none here, and its process ids are somebody else's: the container's id has to be in the path.
/// </summary>
internal static class ContainerFiles
{
    /// <summary>The files; null when they cannot be read from here.</summary>
    public static IContainerFiles? Find(long pid, string containerId) =>
        OperatingSystem.IsLinux() && KernelFile.Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/cgroup")) is { } groups
            ? Find(groups, KernelFile.Read("/proc/self/mountinfo") ?? "", containerId)
            : null;

    internal static IContainerFiles? Find(string groups, string mounts, string containerId)
    {
        if (Folder("cpuacct") is { } accounting && Folder("cpu") is { } cpu && Folder("memory") is { } memory)
        {
            return new FilesOfVersion1(accounting, cpu, memory);
        }

        return Folder("") is { } folder && File.Exists(Path.Combine(folder, "cpu.stat")) ? new FilesOfVersion2(folder) : null;

        string? Folder(string controller) =>
            Group(groups, controller) is { } group
            && Mount(mounts, controller) is { } mount
            && Through(group, containerId) is { } path
            && Path.Combine(mount, path.TrimStart('/')) is var found
            && Directory.Exists(found) ? found : null;
    }

    // hierarchy:controllers:path, without controllers for version 2.
    static string? Group(string groups, string controller) => groups
        .Split('\n')
        .Select(line => line.Split(':', 3))
        .Where(parts => parts.Length == 3 && parts[1].Split(',').Contains(controller, StringComparer.Ordinal))
        .Select(parts => parts[2])
        .FirstOrDefault();

    // id parent device root mountpoint options … - type source options, where the last options of version 1 are controllers.
    static string? Mount(string mounts, string controller) => mounts
        .Split('\n')
        .Select(line => line.Split(" - ", 2))
        .Where(halves => halves.Length == 2)
        .Select(halves => (Mounted: halves[0].Split(' '), Source: halves[1].Split(' ')))
        .Where(mount => mount.Mounted.Length > 4 && mount.Source is [var type, _, var options]
            && (controller.Length == 0
                ? type == "cgroup2"
                : type == "cgroup" && options.Split(',').Contains(controller, StringComparer.Ordinal)))
        .Select(mount => mount.Mounted[4])
        .FirstOrDefault();

    // A container may make groups of its own below the one that the engine made for it.
    static string? Through(string path, string containerId)
    {
        var at = path.IndexOf(containerId, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var end = path.IndexOf('/', at);
        return end < 0 ? path : path[..end];
    }
}
