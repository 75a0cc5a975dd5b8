using System.IO.Compression;
using System.IO.Hashing;
using PlanRegistry.Server.Packs;

namespace PlanRegistry.Server.Workbooks;

/// <summary>
/// Unpacks the parts of an .xlsx into nothing before any reader opens it, and counts what they come to: what a part says of its own size is
/// not believed. Throws <see cref="PackException"/> with one sentence where it is no workbook to be read.
/// </summary>
internal static class WorkbookParts
{
    public static void Check(string name, byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > WorkbookLimits.Parts)
            {
                throw TooLarge(name);
            }
            // Readers differ in which of two parts of one name they take.
            if (zip.Entries.Select(e => e.FullName).Distinct(StringComparer.OrdinalIgnoreCase).Count() < zip.Entries.Count)
            {
                throw WorkbookFile.Damaged(name);
            }
            Unpack(name, zip);
            if (zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
                || e.FullName.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase)))
            {
                throw new PackException($"“{name}”含有宏，不予读取；请另存为不含宏的.xlsx后再导入。",
                    $"'{name}' has macros and is not read: save it as .xlsx, which has none, and import that.");
            }
            if (zip.GetEntry("xl/workbook.xml") is null)
            {
                throw WorkbookFile.WrongType(name);
            }
        }
        catch (InvalidDataException e)
        {
            throw WorkbookFile.Damaged(name, e);
        }
    }

    private static void Unpack(string name, ZipArchive zip)
    {
        var (left, sheets, others) = (WorkbookLimits.Unpacked, WorkbookLimits.SheetTags, WorkbookLimits.OtherTags);
        var buffer = new byte[64 * 1024];
        foreach (var entry in zip.Entries)
        {
            var (isSheet, crc) = (IsSheet(entry.FullName), new Crc32());
            using var part = entry.Open();
            for (var read = part.Read(buffer); read > 0; read = part.Read(buffer))
            {
                var here = buffer.AsSpan(0, read);
                crc.Append(here);
                var tags = here.Count((byte)'<');
                (left, sheets, others) = (left - read, sheets - (isSheet ? tags : 0), others - (isSheet ? 0 : tags));
                if (left < 0)
                {
                    throw TooLarge(name);
                }
                if (sheets < 0 || others < 0)
                {
                    throw sheets < 0 ? TooFull(name) : TooMuchBeside(name);
                }
            }
            if (crc.GetCurrentHashAsUInt32() != entry.Crc32)
            {
                throw new InvalidDataException($"the checksum of {entry.FullName}");
            }
        }
    }

    private static bool IsSheet(string part) => part == "xl/sharedStrings.xml"
        || (part.StartsWith("xl/worksheets/", StringComparison.Ordinal) && part.EndsWith(".xml", StringComparison.Ordinal));

    private static PackException TooLarge(string name) => new(
        $"“{name}”解压后超过{WorkbookLimits.Unpacked / 1024 / 1024}MiB，即可以读取的上限。",
        $"'{name}' unpacks to more than {WorkbookLimits.Unpacked / 1024 / 1024} MiB, the most that is read.");

    private static PackException TooFull(string name) => new(
        $"“{name}”各表的单元格过多，不能读取；请删去不用的行、列和表后再导入。",
        $"'{name}' has too many cells on its sheets to be read: delete the rows, columns and sheets that are not used and import again.");

    private static PackException TooMuchBeside(string name) => new(
        $"“{name}”的样式、名称等附属内容过多，不能读取；请将表格复制到新建的工作簿，另存为.xlsx后再导入。",
        $"'{name}' has too many styles, names and the like to be read: copy its cells into a new workbook, save it as .xlsx and import "
            + "that.");
}
