using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Alignment;

/// <summary>An opinion that was given has a result, and an answer says what it rests on.</summary>
internal static class AlignmentRows
{
    internal const string Clause = "开州府办发〔2020〕95号 三、(二)";
    private static readonly RecordShape OpinionShape = RecordShape.Of<AlignmentOpinion>();
    private static readonly RecordShape AnswerShape = RecordShape.Of<AlignmentAnswer>();
    private static readonly Column Code = OpinionShape.Of(nameof(AlignmentOpinion.Code));

    public static PackTable Opinions { get; } = new(OpinionShape) { Defaults = [(Code, CodeOf)], CheckRow = CheckOpinion };

    public static PackTable Answers { get; } = new(AnswerShape) { CheckRow = CheckAnswer };

    /// <summary>A row without a code is known by which plan, whose opinion and when it was asked for, or else given.</summary>
    private static object? CodeOf(ReadRow row)
    {
        return row.IsRefused ? null : string.Join('|', new[] { nameof(AlignmentOpinion.Plan), nameof(AlignmentOpinion.Agency),
            nameof(AlignmentOpinion.Against), Text(nameof(AlignmentOpinion.RequestedOn)) is null ? nameof(AlignmentOpinion.On)
                : nameof(AlignmentOpinion.RequestedOn) }.Select(Text));

        string? Text(string property) => row[OpinionShape.Of(property)] is { } value ? OpinionShape.Of(property).Write(value) : null;
    }

    private static void CheckOpinion(ReadRow row)
    {
        var (on, result) = (row.Get<PartialDate>(nameof(AlignmentOpinion.On)), row.Get<AlignmentResult>(nameof(AlignmentOpinion.Result)));
        if (on is not null && result is null)
        {
            row.Refuse(OpinionShape.Of(nameof(AlignmentOpinion.Result)), Refusal(
                "衔接意见没有衔接结果；请写明通过、修改后通过或者不通过。",
                "the alignment opinion has no result: say PASS, REVISED or FAIL."));
        }
        if (result is not null && on is null)
        {
            row.Refuse(OpinionShape.Of(nameof(AlignmentOpinion.On)), Refusal(
                "衔接意见有衔接结果而没有出具日期；请写明出具日期。",
                "the alignment opinion has a result and no day: say on which day it was given."));
        }
    }

    private static void CheckAnswer(ReadRow row)
    {
        if (row.Get<AlignmentPoint>(nameof(AlignmentAnswer.Point)) is not { } point
            || row.Get<PointAnswer>(nameof(AlignmentAnswer.Answer)) is not { } answer)
        {
            return;
        }
        var hasPair = row.Text(nameof(AlignmentAnswer.OurClause)) is not null && row.Text(nameof(AlignmentAnswer.TheirClause)) is not null;
        if (answer == PointAnswer.NotApplicable && row.Text(nameof(AlignmentAnswer.Reason)) is null)
        {
            row.Refuse(AnswerShape.Of(nameof(AlignmentAnswer.Reason)), Refusal(
                $"衔接重点“{Terms.Of(point).Zh}”答复为不适用而没有理由；请写明理由。",
                $"the point \"{Terms.Of(point).En}\" is answered as not applicable without a reason: give the reason."));
        }
        if (answer == PointAnswer.Conforms && point >= AlignmentPoint.Direction && !hasPair)
        {
            row.Refuse(AnswerShape.Of(nameof(AlignmentAnswer.OurClause)), Refusal(
                $"衔接重点“{Terms.Of(point).Zh}”答复为符合而没有条款对照；请写明本规划条款和对应规划条款。",
                $"the point \"{Terms.Of(point).En}\" is answered as conforming without a pair of clauses: give ours and theirs."));
        }
    }

    private static Problem Refusal(string zh, string en) => new(ProblemCode.InvalidValue, new Text(zh, en), [], Clause);
}
