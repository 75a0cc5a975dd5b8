using System.Globalization;
using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Server.Exports;

namespace PlanRegistry.Server.Access;

/// <summary>What an entry of the access journal was about, in words. The journal keeps it as one text of names and numbers.</summary>
internal static class JournalWords
{
    private static readonly Dictionary<string, Text> Papers = new(StringComparer.Ordinal)
    {
        ["reminder"] = new("提醒函", "reminders"),
        ["report"] = new("评估报告报送单", "covers of reports"),
        ["missing"] = new("补正清单", "lists of what is missing"),
        ["briefing"] = new("领导一页", "briefings"),
        ["opinion-form"] = new("意见征求表", "opinion forms"),
    };

    private static readonly Dictionary<string, Text> Lists = new(StringComparer.Ordinal)
    {
        ["funding-sheet"] = new("经费审核表", "funding sheet"),
        ["comparison-table"] = new("约束性指标比对表", "comparison table"),
        ["accessJournal"] = new("访问日志", "access journal"),
        ["findings"] = new("问题清单", "findings"),
    };

    private static readonly Dictionary<string, Text> Proven = new(StringComparer.Ordinal)
    {
        ["plan"] = new("规划", "plan"), ["finding"] = new("问题", "finding"), ["certificate"] = new("核验单", "certificate"),
    };

    /// <summary>Null of what names an account, a token or an agency, and of what nobody can read.</summary>
    public static Text? Of(JournalEntry entry) => (entry.Event, entry.About) switch
    {
        (AccessEvent.CertificatePrinted, { } number) => new Text($"核验单{number}", $"certificate {number}"),
        (AccessEvent.Restored, { } hash) => new Text($"清单散列值为{hash}的备份", $"backup with the manifest {hash}"),
        (AccessEvent.Exported, { } about) when about.StartsWith("evidence:", StringComparison.Ordinal) => Evidence(about),
        (AccessEvent.Exported, { } about) => Files(about.Split(' ')),
        _ => null,
    };

    /// <summary>entries:12:SR-2026, reminder:1:区水利局, workbook:0f3c…: a file's parts, and the workbook that it was a check of.</summary>
    private static Text? Files(string[] parts)
    {
        var told = parts.Select(Part).ToList();
        return told.TrueForAll(t => t is not null) ? new Text(string.Join('；', told.Select(t => t!.Value.Zh)),
            string.Join("; ", told.Select(t => t!.Value.En))) : default(Text?);
    }

    private static Text? Part(string part) => part.Split(':', 3) switch
    {
        ["workbook", var id] => new Text($"工作簿体检（上传编号{id}）", $"check of a workbook (upload {id})"),
        [var kind, var count, .. var of] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
            Told(kind, number, of is [{ Length: > 0 } said] ? said.Replace('_', ' ') : null),
        _ => null,
    };

    private static Text? Told(string kind, int number, string? of)
    {
        var whose = of is null ? (Text)"" : new Text($"（{of}）", $" ({of.Replace("、", ", ", StringComparison.Ordinal)})");
        return Papers.TryGetValue(kind, out var paper) ? new Text($"{paper.Zh}{number}份{whose.Zh}", $"{paper.En}, {number}{whose.En}")
            : (Lists.TryGetValue(kind, out var list) ? list : SheetForms.All.GetValueOrDefault(kind)?.Name) is not { } name
                ? default(Text?)
            : new Text($"{name.Zh}{number}行{whose.Zh}", $"{name.En}, {number} rows{whose.En}");
    }

    /// <summary>evidence:finding:ALI-001|500154/plans/SPE-2026-03|… HASH: of a finding its rule and what it is about.</summary>
    private static Text? Evidence(string about)
    {
        var said = about[..(about.LastIndexOf(' ') is > 0 and var at ? at : about.Length)].Split(':', 3);
        if (said is not [_, var kind, var code] || !Proven.TryGetValue(kind, out var word))
        {
            return null;
        }
        var subjects = code.Split('|').Select(s => s[(s.LastIndexOf('/') + 1)..]).ToList();
        return subjects is [var first, .. { Count: > 0 } others]
            ? new Text($"审计取证：{word.Zh}{first}（{string.Join('、', others)}）", $"evidence: {word.En} {first} ({string.Join(", ", others)})")
            : new Text($"审计取证：{word.Zh}{subjects[0]}", $"evidence: {word.En} {subjects[0]}");
    }
}
