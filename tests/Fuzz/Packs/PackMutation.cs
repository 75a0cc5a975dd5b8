using System.Text;

namespace Fuzz.Packs;

/// <summary>Changes a pack as people, spreadsheets and bad disks do: mostly cells and rows, now and then bytes and files.</summary>
public sealed class PackMutation(Random chance)
{
    private static readonly string[] Words =
    [
        "", "-", "无", "x", "2021/3/26", "2021年3月", "２０２５", "1e5", "99999999999999999999999999999999", "-1", "0.10",
        "SECRET", "秘密", "=1+1", "@x",
        "\t", "\u0001", "\ufeff", "\u200b", "𠮷", "500154:P-1", "000000:NAT-2021-01", "开州府办发〔2020〕95号", "开州府办发[2020]95号",
        "甲、乙", "甲；乙", "a;b",
        "true", "9999-12-31", "0001-01-01", "2021-13-01", "45000", "''", "%", new string('长', 5_000),
    ];

    public IReadOnlyDictionary<string, byte[]> Of(IReadOnlyDictionary<string, byte[]> pack)
    {
        var files = pack.ToDictionary();
        for (var times = 1 + chance.Next(2); times > 0; times--)
        {
            var name = Pick([.. files.Keys.Order(StringComparer.Ordinal)]);
            if (chance.Next(100) < 80)
            {
                files[name] = OfRows(files[name]);
            }
            else if (OfFile(files[name]) is { } bytes)
            {
                files[name] = bytes;
            }
            else
            {
                files.Remove(name);
            }
        }
        return files;
    }

    /// <summary>The header stays.</summary>
    private byte[] OfRows(byte[] bytes)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n').ToList();
        var at = Math.Min(1 + chance.Next(lines.Count), lines.Count - 1);
        var cells = lines[at].Split(',');
        var cell = chance.Next(cells.Length);
        switch (chance.Next(24))
        {
            case 0: lines.Insert(at, lines[at]); break;
            case 1 when at > 0: lines.RemoveAt(at); break;
            case 2: lines.Insert(at == 0 ? 1 : at, chance.Next(2) == 0 ? "" : new string(',', cells.Length - 1)); break;
            case 3 when at > 0: lines[at] = lines[at].Replace(',', ';'); break;
            case 4 when at > 0: lines[at] += ",更多"; break;
            case 5 when at > 0: cells[cell] = "\"" + cells[cell]; lines[at] = string.Join(',', cells); break;
            case 6 when at > 0:
                cells[cell] = Pick(Pick(lines).Split(','));
                lines[at] = string.Join(',', cells);
                break;
            default:
                cells[cell] = at > 0 ? Pick(Words) : cells[cell];
                lines[at] = string.Join(',', cells);
                break;
        }
        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    /// <summary>Null: the file is gone.</summary>
    private byte[]? OfFile(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        switch (chance.Next(12))
        {
            case 0: return null;
            case 1: return [];
            case 2: return bytes[..chance.Next(bytes.Length + 1)];
            case 3: return Flipped(bytes);
            case 4: return [.. Encoding.UTF8.Preamble, .. bytes];
            case 5: return Encoding.Unicode.GetBytes(text);
            case 6: return Encoding.Latin1.GetBytes(text);
            case 7: return Encoding.UTF8.GetBytes("sep=,\n" + text);
            case 8: return Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal));
            case 9: return Encoding.UTF8.GetBytes(text.Replace(',', ';'));
            case 10: return Encoding.UTF8.GetBytes(text.Replace(",", ",,", StringComparison.Ordinal));
            default: return Encoding.UTF8.GetBytes("," + text);
        }
    }

    private byte[] Flipped(byte[] bytes)
    {
        var flipped = (byte[])bytes.Clone();
        if (flipped.Length > 0)
        {
            flipped[chance.Next(flipped.Length)] ^= (byte)(1 << chance.Next(8));
        }
        return flipped;
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[chance.Next(from.Count)];
}
