using System.IO.Compression;
using System.Text;

namespace PlanRegistry.Server.Packs;

/// <summary>The files of a pack, out of a folder or a .zip of it, by name; nothing is ever written to disk.</summary>
internal static class PackFiles
{
    /// <summary>Name and bytes of each file, in the order of names. Throws <see cref="PackException"/> with one sentence.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Read(string pack, PackLimits limits)
    {
        try
        {
            return Directory.Exists(pack) ? OfFolder(pack, limits)
                : File.Exists(pack) ? OfZip(pack, limits)
                : throw new PackException($"没有数据包“{pack}”。", $"There is no pack '{pack}'.");
        }
        catch (InvalidDataException e)
        {
            throw new PackException($"“{pack}”不是可以读取的.zip文件。", $"'{pack}' is no readable .zip file.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PackException($"数据包“{pack}”无法读取：{e.Message.TrimEnd('.')}。",
                $"The pack '{pack}' cannot be read: {e.Message.TrimEnd('.')}.", e);
        }
    }

    private static List<(string, byte[])> OfFolder(string folder, PackLimits limits)
    {
        var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos()
            .Where(f => !f.Name.StartsWith('.')).OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        if (entries.OfType<DirectoryInfo>().FirstOrDefault() is { } inner)
        {
            throw new PackException(
                $"数据包中的“{inner.Name}”是文件夹，数据包须直接存放文件。", $"'{inner.Name}' in the pack is a folder; a pack holds its files directly.");
        }
        Bound(entries.Count, limits);
        return [.. entries.Cast<FileInfo>().Select(f =>
        {
            using var stream = f.OpenRead();
            return (f.Name, Bytes(f.Name, stream, limits));
        })];
    }

    private static List<(string, byte[])> OfZip(string file, PackLimits limits)
    {
        using var zip = ZipFile.Open(file, ZipArchiveMode.Read, Encoding.UTF8);
        Bound(zip.Entries.Count, limits);
        var entries = zip.Entries.Where(e => !IsIgnored(e.FullName)).ToList();
        foreach (var entry in entries.Where(e => IsAstray(e.FullName)))
        {
            throw new PackException($".zip中的“{entry.FullName}”指向压缩包以外。", $"The .zip names a file outside itself: '{entry.FullName}'.");
        }
        var folder = CommonFolder(entries);
        return [.. entries.Select(e => (Entry: e, Name: e.FullName[folder.Length..]))
            .OrderBy(e => e.Name, StringComparer.Ordinal).Select(e =>
        {
            if (e.Name.Contains('/'))
            {
                throw new PackException($".zip中的“{e.Entry.FullName}”在文件夹内，数据包须直接存放文件。",
                    $"'{e.Entry.FullName}' in the .zip stands in a folder; a pack holds its files directly.");
            }
            using var stream = e.Entry.Open();
            return (e.Name, Bytes(e.Name, stream, limits));
        })];
    }

    /// <summary>A .zip of a folder has that folder's name before every file.</summary>
    private static string CommonFolder(List<ZipArchiveEntry> entries)
    {
        var first = entries.FirstOrDefault()?.FullName ?? "";
        var slash = first.IndexOf('/');
        return slash > 0 && entries.All(e => e.FullName.StartsWith(first[..(slash + 1)], StringComparison.Ordinal))
            ? first[..(slash + 1)]
            : "";
    }

    /// <summary>Folders themselves, and what operating systems leave in archives.</summary>
    private static bool IsIgnored(string name) =>
        name.EndsWith('/') || name.StartsWith("__MACOSX/", StringComparison.Ordinal)
            || name.Split('/')[^1].StartsWith('.') && !name.Contains("..");

    private static bool IsAstray(string name) =>
        name.StartsWith('/') || name.Contains('\\') || name.Contains(':') || name.Split('/').Contains("..");

    private static void Bound(int files, PackLimits limits)
    {
        if (files > limits.Files)
        {
            throw new PackException(
                $"数据包有{files}个文件，最多读取{limits.Files}个。", $"The pack has {files} files; {limits.Files} are the most that are read.");
        }
    }

    /// <summary>Counts what is really there, since the size that a .zip states may be a lie.</summary>
    private static byte[] Bytes(string name, Stream stream, PackLimits limits)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (bytes.Length + read > limits.FileBytes)
            {
                throw new PackException($"{name}大于{limits.FileBytes / 1024 / 1024} MB，超过可以读取的上限。",
                    $"{name} is larger than {limits.FileBytes / 1024 / 1024} MB, the most that is read.");
            }
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }
}
