using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

public static class ReviewKinds
{
    /// <summary>Behind the year it is about: 2022年 and 度监测分析, 2023年 and 中期评估.</summary>
    public static Text NameOf(ReviewKind kind) =>
        kind == ReviewKind.Annual ? new("度监测分析", Terms.Of(kind).En) : Terms.Of(kind);

    public static Obliged ObligedBy(ReviewKind kind) => kind switch
    {
        ReviewKind.Annual => Obliged.AnnualReport,
        ReviewKind.MidTerm => Obliged.MidTermReport,
        _ => Obliged.FinalReport,
    };

    /// <summary>The review that an act is about; none for the plan itself and its amendments.</summary>
    public static ReviewKind? Of(ActAbout about) => about switch
    {
        ActAbout.Annual => ReviewKind.Annual,
        ActAbout.MidTerm => ReviewKind.MidTerm,
        ActAbout.Final => ReviewKind.Final,
        _ => null,
    };
}
