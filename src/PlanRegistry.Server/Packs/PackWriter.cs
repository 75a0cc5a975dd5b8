using System.IO.Compression;
using System.Text;
using CsvHelper;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;

namespace PlanRegistry.Server.Packs;

/// <summary>Writes a district as a pack: a folder, or a .zip where the path ends so. Equal records make equal bytes.</summary>
public static class PackWriter
{
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The names of the files written. Throws <see cref="PackException"/> with one sentence.</summary>
    public static IReadOnlyList<string> Write(RegistryView view, string path)
    {
        var files = PackText.Of(view).Select(s => (s.File, Bytes: Csv(s))).ToList();
        try
        {
            if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                WriteZip(path, files);
            }
            else
            {
                WriteFolder(path, files);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PackException($"数据包“{path}”无法写入：{e.Message.TrimEnd('.')}。",
                $"The pack '{path}' cannot be written: {e.Message.TrimEnd('.')}.", e);
        }
        return [.. files.Select(f => f.File)];
    }

    private static byte[] Csv(Sheet sheet)
    {
        using var bytes = new MemoryStream();
        // Without it Excel takes the Chinese for GBK.
        bytes.Write(Encoding.UTF8.Preamble);
        using (var writer = CsvWriter.Create(bytes, new CsvWriterOptions { Quoting = CsvQuoting.WhenNeededOrWhitespace }))
        {
            writer.WriteRecord([.. sheet.Columns]);
            var isFigure = Tables.ByName(sheet.Table)!.Shape.Columns.Select(c => c.Type == typeof(decimal)).ToArray();
            foreach (var row in sheet.Rows)
            {
                writer.WriteRecord([.. row.Cells.Select((c, i) => c is null || isFigure[i] ? c : FormulaText.Write(c))]);
            }
        }
        return bytes.ToArray();
    }

    private static void WriteFolder(string path, List<(string File, byte[] Bytes)> files)
    {
        if (File.Exists(path) || Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            // Files of an older export would be read as part of this one.
            throw new PackException(
                $"“{path}”已经存在，请指定新的或者空的文件夹，或者一个.zip文件。", $"'{path}' is there already: name a new or empty folder, or a .zip.");
        }
        Directory.CreateDirectory(path);
        foreach (var (file, bytes) in files)
        {
            File.WriteAllBytes(Path.Combine(path, file), bytes);
        }
    }

    private static void WriteZip(string path, List<(string File, byte[] Bytes)> files)
    {
        if (File.Exists(path) || Directory.Exists(path))
        {
            throw new PackException($"“{path}”已经存在，请指定新的文件。", $"'{path}' is there already: name a new file.");
        }
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create, false, Encoding.UTF8);
        foreach (var (file, bytes) in files)
        {
            var entry = zip.CreateEntry(file);
            entry.LastWriteTime = NoTime;
            using var stream = entry.Open();
            stream.Write(bytes);
        }
    }
}
