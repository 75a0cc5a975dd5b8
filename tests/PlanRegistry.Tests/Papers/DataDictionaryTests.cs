using System.Text.Json;
using GraphQLEngine;
using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Tests.Papers;

/// <summary>The data dictionary is made from the tables, the columns and the contract.</summary>
public sealed class DataDictionaryTests
{
    /// <summary>The fields of each type of the contract, and what it says of them.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> Fields =
        JsonDocument.Parse(RegistrySchema.Build(new EngineOptions { Limits = Limits.None })
                .ExecuteToJson("{ __schema { types { name fields { name description } } } }"))
            .RootElement.GetProperty("data").GetProperty("__schema").GetProperty("types").EnumerateArray()
            .Where(t => t.GetProperty("fields").ValueKind == JsonValueKind.Array)
            .ToDictionary(t => t.GetProperty("name").GetString()!, t => t.GetProperty("fields").EnumerateArray()
                .ToDictionary(f => f.GetProperty("name").GetString()!, f => f.GetProperty("description").GetString() ?? ""));

    private static readonly (string Path, string Text)[] Domain =
        [.. Repository.Files("src/PlanRegistry", "*.cs").Select(f => (Path.GetRelativePath(Repository.Root, f), File.ReadAllText(f)))];

    [Fact]
    public void The_page_is_made_from_the_columns() => Approved.Matches("docs/data-dictionary.md", $"""
        # 数据字典 / Data dictionary

        本页由各记录的 `[Column]` 和各板块的 `…Rows.cs` 生成,由测试核对。
        Made from the `[Column]` of each record and the `…Rows.cs` of each capability; a test compares it.

        - 列名即 SQL 列名和 CSV 列名;**粗体**的列组成记录的键。
          A column has one name in SQL and CSV; those in **bold** are the record's key.
        - 名称下的英文和 GraphQL 一栏出自 GraphQL 接口约定。
          The English beside a label, and the column GraphQL, are from the contract.
        - 长度以字符计,列表连同分号计;任何列表最多 {Column.MostItems} 项。
          Length is in characters, of a list with its semicolons; any list may have {Column.MostItems} items.
        - 默认:空格所代表的值;“另定”由所在板块推算(见 [pack-format.zh-CN.md](pack-format.zh-CN.md))。
          Default: what an empty cell stands for; "worked out" by the capability ([pack-format.md](pack-format.md) says from what).
        - 核对:词、数、日期和所指记录除外,那些凭类型核对。“另有核对”写在 C# 一项的 `…Rows.cs` 中。
          Check: beyond what the type asks of words, numbers, days and named records. "own check": it stands in the `…Rows.cs` beside C#.
        - 涉密:涉密规划或涉密文件的记录能否填写该列;“—”为该表与规划无关。
          Secret: whether the row of a secret plan or document may say it; "—": the table is about no plan.
        - 固定:批准后只能调整修订或更正。Fixed: once approved, only an amendment or a correction changes it.

        {string.Join("\n\n", Tables.All.Select(Section))}

        """.ReplaceLineEndings("\n"));

    private static string Section(RecordShape shape)
    {
        var table = Tables.ByName(shape.Table);
        string[] where =
        [
            $"SQL `{shape.Table}`",
            $"CSV {(table is null ? "—" : $"`{table.File}`")}",
            $"GraphQL {(NodeOf(shape) is { } node ? $"`{node}`" : "—")}",
            $"C# {string.Join(' ', FilesOf(shape))}",
        ];
        string?[] beside =
        [
            table is null ? "由登记册写入,不在数据包中。Written by the registry, in no pack." : null,
            table?.CheckRow is null ? null : "一行各列之间另有核对。The cells of a row are checked against each other.",
            table?.Guard is null || shape.Columns.Any(c => c.IsFixedByApproval)
                ? null : "获批版本的记录整行固定。Rows of an approved version are fixed as a whole.",
        ];
        return $"""
            ## {shape.Table}

            {string.Join(" · ", where)}{string.Concat(beside.OfType<string>().Select(b => "\n" + b))}

            | 列 Column | 名称 Label | 类型 Type | 长度 Length | 默认 Default | 核对 Check | 涉密 Secret | 固定 Fixed | GraphQL |
            |---|---|---|---|---|---|---|---|---|
            {string.Join('\n', shape.Columns.Select(c => Row(shape, table, c)))}
            """;
    }

    /// <summary>The record's own file, and that of its rows where it has one.</summary>
    private static IEnumerable<string> FilesOf(RecordShape shape) =>
        from file in Domain
        where file.Text.Contains($"[Table(\"{shape.Table}\"", StringComparison.Ordinal)
            || (file.Text.Contains("PackTable Table", StringComparison.Ordinal)
                && file.Text.Contains($" Shape = RecordShape.Of<{shape.Type.Name}>();", StringComparison.Ordinal))
        select $"[{Path.GetFileName(file.Path)}](../{file.Path})";

    private static string Row(RecordShape shape, PackTable? table, Column column)
    {
        var field = FieldOf(shape, column);
        string?[] cells =
        [
            column.IsKey ? $"**{column.Name}**" : column.Name,
            field is null ? column.Label : $"{column.Label}<br>{Fields[field.Value.Type][field.Value.Field].Split(" / ", 2)[1]}",
            TypeOf(column),
            table is not null && IsText(column) ? $"{column.Length}" : null,
            column.Default is { } text ? $"`{text}`" : table?.HasDefault(column) == true ? "另定 worked out" : null,
            string.Join("<br>", Checks(shape, table, column)),
            IsAboutPlans(shape) ? SecretWord(column) : "—",
            column.IsFixedByApproval ? "是 yes" : null,
            field is { } shown ? $"`{shown.Type}.{shown.Field}{shown.Within}`" : null,
        ];
        return $"| {string.Join(" | ", cells)} |".Replace("|  |", "| |").Replace("|  |", "| |");
    }

    private static IEnumerable<string> Checks(RecordShape shape, PackTable? table, Column column)
    {
        if (column.IsRequired && table?.HasDefault(column) != true)
        {
            yield return "必填 required";
        }
        if (column.NotBefore is { } other)
        {
            yield return column.Type == typeof(decimal) ? $"不小于 not below {shape.Of(other)}" : $"不早于 not before {shape.Of(other)}";
        }
        if (column.MayBeNobody)
        {
            yield return "`-` 为未录入 not recorded";
        }
        if (table is not null && (table.Checks.ContainsKey(column) || table.Readers.ContainsKey(column)))
        {
            yield return "另有核对 own check";
        }
    }

    private static string TypeOf(Column column)
    {
        var item = column.IsList ? column.Type.GetGenericArguments()[0] : column.Type;
        var word = item.IsEnum ? $"[{item.Name}](../GLOSSARY.md#{item.Name.ToLowerInvariant()})"
            : column.References is { } named ? $"[{RecordShape.Of(named).Table}](#{RecordShape.Of(named).Table})"
            : item == typeof(PlanVersion) ? "[plans](#plans) 或其版本 or a version"
            : item == typeof(int) ? column.IsYear ? "年份 year" : "整数 whole number"
            : item == typeof(decimal) ? "数 decimal"
            : item == typeof(bool) ? "`yes` `no`"
            : item == typeof(PartialDate) ? "日期 date"
            : item == typeof(DistrictCode) ? "行政区划代码 district code"
            : item == typeof(string) ? "文本 text"
            : throw new InvalidOperationException($"The dictionary has no word for {item.Name}.");
        return column.IsList ? $"{word} 列表 list" : word;
    }

    private static bool IsText(Column column) => column.Type == typeof(string) || column.Type == typeof(IReadOnlyList<string>);

    /// <summary>Only such a row can be a secret plan's or document's.</summary>
    private static bool IsAboutPlans(RecordShape shape) =>
        shape.Columns.Any(c => c.Type == typeof(Secrecy) || c.References == typeof(Plan));

    private static string SecretWord(Column column) => $"{Terms.Of(column.WhenSecret).Zh} {Terms.Of(column.WhenSecret).En}";

    private static string? NodeOf(RecordShape shape) =>
        Capabilities.NodeOf(shape.Type)?.Name is { } name && Fields.ContainsKey(name) ? name : null;

    /// <summary>Where GraphQL shows the column: a field of its name, or a year of the horizon.</summary>
    private static (string Type, string Field, string Within)? FieldOf(RecordShape shape, Column column)
    {
        var (field, within) = column.Name.StartsWith("horizon_", StringComparison.Ordinal)
            ? ("horizon", $".{column.Name["horizon_".Length..]}")
            : (Names.Camel(column.Name), "");
        return NodeOf(shape) is { } type && Fields[type].ContainsKey(field) ? (type, field, within) : null;
    }
}
