using System.Globalization;
using System.Text.RegularExpressions;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Papers;

/// <summary>What one paper says: the fields that a template may name.</summary>
/// <param name="Name">What its file is called, without the ending.</param>
/// <param name="Texts">{{name}}: a text; a line break in it stays one.</param>
/// <param name="Lists">{{list.field}}: what is repeated for each row.</param>
/// <param name="Picture">A PNG that stands in the place of {{qr}}.</param>
/// <param name="Of">Whose or what it is of, as the access journal tells; empty: of the district.</param>
public sealed record Paper(string Name, IReadOnlyDictionary<string, string> Texts, IReadOnlyDictionary<string, PaperRows> Lists,
    byte[]? Picture = null, string Of = "");

/// <summary>The rows of a list; its fields are known also where there are none.</summary>
public sealed record PaperRows(IReadOnlyList<string> Fields, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)
{
    public static PaperRows Of<T>(IEnumerable<T> items, params (string Field, Func<T, int, string> Value)[] fields) =>
        new([.. fields.Select(f => f.Field)],
            [.. items.Select((item, i) => fields.ToDictionary(f => f.Field, f => f.Value(item, i + 1), StringComparer.Ordinal))]);
}

/// <summary>One kind of paper: its template, the field that permits it, and how it is made of the ids that a page names.</summary>
/// <param name="Coordinate">Who may read this field may have the paper of what it tells.</param>
/// <param name="Make">Throws <see cref="PaperException"/> where there is no such paper.</param>
public sealed record PaperForm(string Template, string Coordinate, Func<PaperDesk.Request, IReadOnlyList<string>, IEnumerable<Paper>> Make);

/// <summary>Why there is no paper, in one sentence.</summary>
public sealed class PaperException(int status, Text sentence) : Exception(sentence.Zh)
{
    public int Status { get; } = status;

    public Text Sentence { get; } = sentence;

    public static PaperException NotThere() => new(StatusCodes.Status404NotFound, AccessWords.NotTheirs);

    public static PaperException OneOnly() => new(StatusCodes.Status400BadRequest,
        new("文书请求不完整，请从页面生成。", "The request is not whole: make papers from a page."));
}

/// <summary>How papers say it: official Chinese, whatever language the page is in.</summary>
internal static partial class PaperWords
{
    private static readonly Text Unrecorded = new("未录入", "not recorded");

    private static readonly Text SeveralPlans = new("清单或多个规划", "a list, or several plans");

    public static string OrUnrecorded(this string? text) => string.IsNullOrEmpty(text) ? Unrecorded.Zh : text;

    /// <summary>Whose letter it is: without a lead agency there is nobody to sign one.</summary>
    public static string Signs(this PlanOnDay plan) => plan.LeadAgency?.Name ?? throw FindingPapers.Nothing(new(
        $"{plan.Named.Zh}的牵头单位未录入，文书无从署名：请先补录牵头单位。",
        $"The lead agency of {plan.Named.En} is not recorded, and nobody can sign: record it first."));

    public static Text NobodyToApprove(PlanOnDay plan) => new(
        $"{plan.Named.Zh}的审批主体未录入，文书没有主送单位：请先补录审批主体。",
        $"Who approves {plan.Named.En} is not recorded, and nobody can be addressed: record the approver first.");

    public static string Day(this PartialDate? day) => day?.InWords().Zh.OrUnrecorded() ?? Unrecorded.Zh;

    /// <summary>A sentence or none: a paragraph that names {{list.words}} is there where it says something.</summary>
    public static PaperRows Sentences(params IEnumerable<string?> words) =>
        PaperRows.Of(words.Where(w => !string.IsNullOrEmpty(w)), ("words", (w, _) => w!));

    /// <summary>A secret plan by its code alone.</summary>
    public static string Subject(this Scope scope, Key<PlanRegistry.Catalogue.Plan>? plan) =>
        plan is { } key && scope.View.Plan(key) is { } known ? known.Named.Zh : SeveralPlans.Zh;

    /// <summary>Without the codes of rules, which nobody outside of the registry knows.</summary>
    public static string WithoutCodes(this string sentence) => RuleCode().Replace(sentence, "");

    /// <summary>
    /// Facts of a finding as an outsider reads them: without the plan, whose name stands above them, and the lists that were looked
    /// through by their number.
    /// </summary>
    public static string Facts(PlanRegistry.Conformance.Finding finding)
    {
        var lists = finding.Facts.Where(f => f.Name == "list").ToList();
        var told = finding.Facts.Where(f => f.Name != "plan" && (lists.Count < 2 || f.Name != "list")).ToList();
        var lines = (told.Count + lists.Count == 0 ? finding.Facts : told).Select(f => f.Text.WithInnerQuotes().Zh.TrimEnd('。'));
        if (lists.Count > 1)
        {
            lines = lines.Append(new Text($"经核对各年度目录清单，共{lists.Count}份", $"{lists.Count} directory lists were looked through").Zh);
        }
        return Sentence(lines.Select(l => Default().Replace(l.WithoutCodes(), ByDefault.Zh)));
    }

    /// <summary>Clauses as one sentence.</summary>
    public static string Sentence(IEnumerable<string> clauses) =>
        clauses.Distinct().ToList() is { Count: > 0 } all ? string.Join('；', all) + '。' : Unrecorded.Zh;

    private static readonly Text ByDefault = new("$1按$2计（登记册默认）", "$1: $2 (the registry's default)");

    /// <summary>参数“中期评估年度”为规划期中间一年（本系统默认）: what no document sets, and how it is reckoned then.</summary>
    [GeneratedRegex("参数[“‘]([^”’]+)[”’]为([^；、]+?)（本系统默认）")]
    private static partial Regex Default();

    [GeneratedRegex("（[A-Z]{3}-[0-9]{3}）")]
    private static partial Regex RuleCode();

    /// <summary>What a basis says in place of a document where no text decides.</summary>
    public const string ByRegistry = "本系统默认";

    public static string Basis(IEnumerable<PlanRegistry.Conformance.Basis> basis) =>
        Lines(basis.Select(b => $"{b.Document} {Wording.Clause(b.Clause)}"), "；");

    public static string Lines(IEnumerable<string> lines, string between = "\n") => string.Join(between, lines.Distinct()).OrUnrecorded();

    /// <summary>一, 十二, 一百零三; from 1,000 on in digits.</summary>
    public static string Numeral(int number)
    {
        const string digits = "零一二三四五六七八九";
        return number switch
        {
            < 10 => $"{digits[number]}",
            < 20 => "十" + (number == 10 ? "" : $"{digits[number % 10]}"),
            < 100 => $"{digits[number / 10]}十" + (number % 10 == 0 ? "" : $"{digits[number % 10]}"),
            > 999 => number.ToString(CultureInfo.InvariantCulture),
            _ => $"{digits[number / 100]}百" + (number % 100 == 0 ? "" : number % 100 < 10 ? $"零{digits[number % 10]}"
                : $"{digits[number / 10 % 10]}十" + (number % 10 == 0 ? "" : $"{digits[number % 10]}")),
        };
    }
}
