using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Applications;

/// <summary>
/// 筛选: whether a plan that is applied for is one to be made at all, and none that there is already. Of an application that is closed, as
/// it stood on the day of its decision.
/// </summary>
public sealed record Screening(IReadOnlyList<ScreeningDoubt> Doubts, IReadOnlyList<OpinionSuggestion> Suggestions)
{
    /// <summary>开州府办发〔2020〕95号: the clause on lists, and the one on what special plans are for.</summary>
    internal const string OfLists = "开州府办发〔2020〕95号 三、(一)";
    private const string OfSpecialPlans = "开州府办发〔2020〕95号 一、(三)";

    /// <summary>The gravest; null where nothing is in doubt.</summary>
    public Verdict? Verdict => Doubts.Count == 0 ? null
        : Doubts.Any(d => d.Verdict == Conformance.Verdict.Fail) ? Conformance.Verdict.Fail
        : Doubts.Any(d => d.Verdict == Conformance.Verdict.Unknown) ? Conformance.Verdict.Unknown
        : Conformance.Verdict.Conditional;

    public IEnumerable<ScreeningDoubt> Against => Doubts.Where(d => d.Verdict == Conformance.Verdict.Fail);

    /// <summary>What is to be answered before it is listed.</summary>
    public IEnumerable<ScreeningDoubt> Unanswered => Doubts.Where(d => d.Kind == ScreeningKind.Duplicate
        || d is { Kind: ScreeningKind.DailyWork, Verdict: Conformance.Verdict.Unknown });

    public static Screening Of(RegistryView view, EntryApplication application, AsOfDay asOf)
    {
        var course = ApplicationCourse.Of(view, application, asOf);
        var day = course.IsClosed ? course.Since.First : asOf;
        return new(
            [
                .. Some(DailyWork(application)), .. Some(Short(application, view.Policy.Of(PolicyKeys.MinYears, day, application.Kind))),
                .. Some(NotForGovernment(application)), .. Duplicates.Of(view, application, day),
            ],
            [.. OpinionSuggestion.For(application)]);
    }

    private static ScreeningDoubt? DailyWork(EntryApplication application) => application.DailyWork switch
    {
        true => new(ScreeningKind.DailyWork, Conformance.Verdict.Fail, OfLists, new($"{application.Named.Zh}属部门日常工作，原则上不编制规划。",
            $"{application.Named.En} is the daily work of a department, for which in principle no plan is made.")),
        null => new(ScreeningKind.DailyWork, Conformance.Verdict.Unknown, OfLists, new($"{application.Named.Zh}是否属部门日常工作未说明。",
            $"Whether {application.Named.En} is the daily work of a department is not said.")),
        _ => null,
    };

    /// <summary>Both counts are shown (少于3年 may be read either way); the first decides.</summary>
    private static ScreeningDoubt? Short(EntryApplication application, int minimum) => application.Horizon is var horizon
        && horizon.Years < minimum
            ? new(ScreeningKind.Short, Conformance.Verdict.Fail, OfLists, new(
                $"{application.Named.Zh}规划期{horizon.InWords.Zh}，首尾年份均计入为{horizon.Years}年，末年减首年为{horizon.Years - 1}年，"
                    + $"少于{minimum}年，原则上不编制规划。",
                $"The horizon of {application.Named.En}, {horizon}, is {horizon.Years} calendar years with both ends counted and "
                    + $"{horizon.Years - 1} as their difference: fewer than {minimum}, for which in principle no plan is made."))
            : null;

    /// <summary>Asked of special plans alone: 003 says it of them.</summary>
    internal static ScreeningDoubt? NotForGovernment(EntryApplication application)
    {
        if (application.Kind != PlanKind.Special)
        {
            return null;
        }
        (bool? Answer, Text Words)[] criteria =
        [
            (application.OverallImportance, new("关系国民经济和社会发展全局", "concerns the whole of the economy and society")),
            (application.NeedsGovernment, new("属需要政府发挥作用的市场失灵领域", "lies where the market fails and the government is needed")),
        ];
        List<Text> denied = [.. criteria.Where(c => c.Answer == false).Select(c => c.Words)];
        List<Text> unsaid = [.. criteria.Where(c => c.Answer is null).Select(c => c.Words)];
        return denied.Count > 0 ? Doubt(Conformance.Verdict.Conditional,
                $"据申报不{string.Join("、不", denied.Select(t => t.Zh))}，须说明编制专项规划的理由",
                $"the application denies that it {string.Join(" and that it ", denied.Select(t => t.En))}; "
                    + "why a plan is made is to be justified")
            : unsaid.Count > 0 ? Doubt(Conformance.Verdict.Unknown, $"是否{string.Join("、是否", unsaid.Select(t => t.Zh))}未说明",
                $"whether it {string.Join(" and whether it ", unsaid.Select(t => t.En))} is not said")
            : string.IsNullOrWhiteSpace(application.Justification) ? Doubt(Conformance.Verdict.Conditional,
                "未说明需要政府发挥作用的理由", "why it needs the government is not said")
            : null;

        ScreeningDoubt Doubt(Conformance.Verdict verdict, string zh, string en) => new(ScreeningKind.NotForGovernment, verdict,
            OfSpecialPlans, new($"{application.Named.Zh}{zh}。", $"{application.Named.En}: {en}."));
    }

    private static IEnumerable<ScreeningDoubt> Some(ScreeningDoubt? doubt) => doubt is null ? [] : [doubt];
}
