using System.Globalization;
using System.Text.RegularExpressions;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>A line that begins a section, alone in its row: 一、重点专项规划(12个); its name, and how many rows it says that it has.</summary>
internal static partial class Sections
{
    /// <summary>Null of a line that is none: it has neither a Chinese number before its name nor a count behind.</summary>
    public static (string Name, int? Said)? Of(string line)
    {
        var text = OneLine.Of(line);
        var plain = Width.Fold(text);
        var (number, count) = (Number().Match(plain), Count().Match(plain));
        if (!number.Success && !count.Success)
        {
            return null;
        }
        // Folding keeps each character's place: the name stands as it was written.
        var end = count.Success ? count.Index : text.Length;
        var name = number.Length < end ? text[number.Length..end].Trim().TrimEnd('：', ':') : "";
        return name == "" ? null
            : (name, int.TryParse(count.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var said)
                ? said : null);
    }

    [GeneratedRegex(@"^\s*(第?[一二三四五六七八九十]+(\s*[、.,:]|部分\s*[、.,:]?)|\([一二三四五六七八九十]+\)\s*[、.,:]?)\s*")]
    private static partial Regex Number();

    /// <summary>(12个), (共1个,其中新增1个), (2项,含1项跨区), (十二个).</summary>
    [GeneratedRegex(@"\((共|合计|计)?\s*((?<count>[0-9]+)|[一二三四五六七八九十百]+)\s*[个项件部份][^()]*\)\s*:?\s*$")]
    private static partial Regex Count();
}
