using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace PlanRegistry.Server.Packs;

/// <summary>
/// The files of a pack, out of a folder or a .zip of it, in the order of their names; nothing is ever written to disk. A file is read when
/// its bytes are asked for, so that names are judged before contents. Everything here throws <see cref="PackException"/>.
/// </summary>
internal sealed class PackFiles : IDisposable
{
    private readonly PackLimits limits;
    private readonly ZipArchive? zip;
    private long read;

    private PackFiles(string pack, PackLimits limits)
    {
        this.limits = limits;
        if (!Directory.Exists(pack) && !File.Exists(pack))
        {
            throw new PackException($"没有数据包“{pack}”。", $"There is no pack '{pack}'.");
        }
        try
        {
            zip = Directory.Exists(pack) ? null : Open(pack);
            All = Once(zip is null ? OfFolder(pack) : OfZip(zip));
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    public IReadOnlyList<PackFile> All { get; }

    public PackLimits Limits => limits;

    /// <summary>What comes of reading a pack, which is closed behind it.</summary>
    public static T Of<T>(string pack, PackLimits limits, Func<PackFiles, T> read)
    {
        try
        {
            using var files = new PackFiles(pack, limits);
            return read(files);
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

    public void Dispose() => zip?.Dispose();

    private ZipArchive Open(string file)
    {
        var size = new FileInfo(file).Length;
        return size > limits.ZipBytes
            ? throw new PackException($"“{file}”大于{Megabytes(limits.ZipBytes)} MB，超过可以读取的上限。",
                $"'{file}' is larger than {Megabytes(limits.ZipBytes)} MB, the most that is read.")
            : ZipFile.Open(file, ZipArchiveMode.Read, Encoding.UTF8);
    }

    private IEnumerable<PackFile> OfFolder(string folder)
    {
        var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos()
            .Where(f => !f.Name.StartsWith('.')).Take(limits.Files + 1).ToList();
        Bound(entries.Count);
        if (entries.OfType<DirectoryInfo>().FirstOrDefault() is { } inner)
        {
            throw new PackException(
                $"数据包中的“{inner.Name}”是文件夹，数据包须直接存放文件。", $"'{inner.Name}' in the pack is a folder; a pack holds its files directly.");
        }
        return entries.Cast<FileInfo>().Select(f => new PackFile(f.Name, () =>
        {
            using var stream = f.OpenRead();
            return Bytes(f.Name, stream);
        }));
    }

    private IEnumerable<PackFile> OfZip(ZipArchive archive)
    {
        Bound(archive.Entries.Count);
        var entries = archive.Entries.Where(e => !IsIgnored(e.FullName)).ToList();
        foreach (var entry in entries.Where(e => IsAstray(e.FullName)))
        {
            throw new PackException($".zip中的“{entry.FullName}”指向压缩包以外。", $"The .zip names a file outside itself: '{entry.FullName}'.");
        }
        if (entries.Find(e => e.FullName.Contains('\\')) is { } odd)
        {
            throw new PackException($".zip中的文件名“{odd.FullName}”含有反斜杠，不合.zip的规定：请将文件直接压缩（不含文件夹），或者换用其他压缩工具。",
                $"The name '{odd.FullName}' in the .zip has a backslash, which no .zip may: "
                    + "pack the files themselves without a folder, or with another tool.");
        }
        var folder = CommonFolder(entries);
        if (entries.FirstOrDefault(e => e.FullName[folder.Length..].Contains('/')) is { } inner)
        {
            throw new PackException($".zip中的“{inner.FullName}”在文件夹内，数据包须直接存放文件。",
                $"'{inner.FullName}' in the .zip stands in a folder; a pack holds its files directly.");
        }
        return entries.Select(e => new PackFile(e.FullName[folder.Length..], () => Checked(e, e.FullName[folder.Length..])));
    }

    /// <summary>A name that stands twice has two contents, and nobody can say which is meant.</summary>
    private static IReadOnlyList<PackFile> Once(IEnumerable<PackFile> files)
    {
        List<PackFile> ordered = [.. files.OrderBy(f => f.Name, StringComparer.Ordinal)];
        return ordered.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new PackException($"数据包中有{twice.Count()}个“{twice.Key}”，每个文件只能有一个。",
                $"The pack has '{twice.Key}' {twice.Count()} times; each file may stand in it once.")
            : ordered;
    }

    private byte[] Checked(ZipArchiveEntry entry, string name)
    {
        using var stream = entry.Open();
        var bytes = Bytes(name, stream);
        return bytes.LongLength == entry.Length && Crc32.HashToUInt32(bytes) == entry.Crc32 ? bytes
            : throw new PackException($".zip中的{name}已损坏（校验值不符），请重新取得数据包。",
                $"{name} in the .zip is damaged (its checksum does not fit); get the pack again.");
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
        name.StartsWith('/') || name.Contains(':') || name.Split('/', '\\').Contains("..");

    private void Bound(int files)
    {
        if (files > limits.Files)
        {
            throw new PackException($"数据包的文件多于{limits.Files}个，即可以读取的上限。",
                $"The pack has more than {limits.Files} files, the most that are read.");
        }
    }

    /// <summary>Counts what is really there, since the size that a .zip states may be a lie: of the file, and of all together.</summary>
    private byte[] Bytes(string name, Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; (count = stream.Read(buffer)) > 0; bytes.Write(buffer, 0, count))
        {
            read += count;
            if (bytes.Length + count > limits.FileBytes)
            {
                throw new PackException($"{name}大于{Megabytes(limits.FileBytes)} MB，超过可以读取的上限。",
                    $"{name} is larger than {Megabytes(limits.FileBytes)} MB, the most that is read.");
            }
            if (read > limits.Bytes)
            {
                throw new PackException($"数据包的文件共大于{Megabytes(limits.Bytes)} MB，超过可以读取的上限。",
                    $"The files of the pack are larger than {Megabytes(limits.Bytes)} MB together, the most that is read.");
            }
        }
        return bytes.ToArray();
    }

    private static long Megabytes(long bytes) => bytes / 1024 / 1024;
}

/// <summary>One file of a pack, by its name, and how to read it.</summary>
internal sealed record PackFile(string Name, Func<byte[]> Read);
