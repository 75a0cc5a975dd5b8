using System.Globalization;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Hierarchy;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Handover;

/// <summary>
/// 声明无需调整 of many plans by one signature: each as if it were declared by itself, all of them or none. What would count for nothing
/// is not written; that nothing changes makes no figure stronger, and the rules on alignment speak on.
/// </summary>
public static class NoChangeDeclarations
{
    /// <summary>As many as one request may name.</summary>
    public const int Most = 200;

    private const string Clause = "开州府办发〔2020〕95号 一、(三)";
    private const string PowersClause = "开州府办发〔2020〕95号 三、(五)";

    /// <summary>What is to be said against how many, and which, are named; before any of them is read.</summary>
    public static IReadOnlyList<Problem> Objections(IReadOnlyList<string> plans) =>
        plans.Count is < 1 or > Most
            ? [new Problem(ProblemCode.InvalidValue, new Text($"一次声明1至{Most}个规划，现为{plans.Count}个。",
                $"1 to {Most} plans are declared in one step, not {plans.Count}."), ["plans"])]
            : [];

    /// <summary>What is to be said against the acts, in their order; none where all of them would count.</summary>
    public static IReadOnlyList<Problem> Objections(RegistryView after, IReadOnlyList<Act> acts)
    {
        if (acts.Count == 0)
        {
            return [];
        }
        if (OfTheOutline(after, acts[0]) is { } wrong)
        {
            return [wrong];
        }
        HashSet<Key<Plan>> seen = [];
        return [.. acts.Select((act, place) => OfOne(after, act, seen) is { } problem
            ? problem with { Path = ["plans", place.ToString(CultureInfo.InvariantCulture)] } : null).OfType<Problem>()];
    }

    /// <summary>
    /// A declaration made before what it is about was approved says nothing of it: also where it is recorded by itself, and its day told.
    /// </summary>
    public static Problem? OfItsTime(RegistryView view, Act act) =>
        act is { Type: ActType.NoChangeDeclared, Against: { } against } && view.Plan(against.Plan) is { } outline
        && view.History(outline.Key).ApprovedOn is { } approved && act.On.IsBefore(approved) == true
            ? TooEarly("on", new($"声明日期{act.On.InWords().Zh}", $"the day of the declaration ({act.On})"), outline, approved) : null;

    /// <summary>What all of them share: the development plan, and that it was approved by then.</summary>
    private static Problem? OfTheOutline(RegistryView view, Act act)
    {
        if (act.Against is not { } against || view.Plan(against.Plan) is not { } outline || outline.Kind != PlanKind.Development
            || outline.Home != view.Code || outline.Tier != PlanTier.District)
        {
            return new(ProblemCode.InvalidValue,
                new Text("对应规划须为本区的发展规划。", "It is declared against a development plan of this district."), ["against"], Clause);
        }
        if (against.Version is not null)
        {
            return new(ProblemCode.InvalidValue, new Text("成批声明针对规划本身，不写版本。",
                "Declared for many at once, it is against the plan itself and names no version."), ["against"]);
        }
        var history = view.History(outline.Key);
        if (history.ApprovedOn is not { } approved || new Snapshot(view, act.On.Last).Plan(outline.Key)!.HasEnded)
        {
            return new(ProblemCode.OutOfOrder, new Text($"{outline.Named.Zh}未见批准记录或者已经终止，不能针对它声明无需调整。",
                $"No approval of {outline.Title} is recorded, or it has ended: nothing is declared against it."), ["against"], Clause);
        }
        var paper = view.Document(act.Document);
        return act.On.IsBefore(approved) != false
                ? TooEarly("on", new($"声明日期{act.On.InWords().Zh}", $"the day of the declaration ({act.On})"), outline, approved)
            : paper?.IssuedOn is { } issued && issued.IsBefore(approved) != false
                ? TooEarly("document", new($"文件{paper.Named.Zh}（{issued.InWords().Zh}）", $"the document {paper.Named.En} ({issued})"),
                    outline, approved)
            : PaperDay.Objection(view, act);
    }

    private static Problem TooEarly(string field, Text what, Plan outline, PartialDate approved) => new(ProblemCode.OutOfOrder, new Text(
        $"{what.Zh}不能确定在{outline.Named.Zh}批准（{approved.InWords().Zh}）之后，不能作为针对它的声明。",
        $"{Capital(what.En)} is not surely after the approval of {outline.Title} ({approved}) and declares nothing about it."),
        [field], Clause);

    private static Problem? OfOne(RegistryView view, Act act, HashSet<Key<Plan>> seen)
    {
        var plan = new Snapshot(view, act.On.Last).Plan(act.Plan)!;
        if (!seen.Add(plan.Key))
        {
            return Twice(plan.Named);
        }
        if (WhyNotAsked(view, plan, view.Plan(act.Against!.Value.Plan)!) is { } why)
        {
            return new(ProblemCode.InvalidValue, new Text($"{plan.Named.Zh}{why.Zh}，没有需要声明的。",
                $"{plan.Title} {why.En}: there is nothing to declare."), [], Clause);
        }
        return Entitlement.Of(view, Matter.NoChange, act) is { IsGiven: false } word
            ? new(ProblemCode.NotAllowed, new Text($"{plan.Named.Zh}：{word.Why.Zh}，登记了也不算数。",
                $"{plan.Title}: {word.Why.En}; the declaration would not count."), [], PowersClause)
            : null;
    }

    /// <summary>The one that is named again, as it is named.</summary>
    public static Problem Twice(Text plan) =>
        new(ProblemCode.Duplicate, new Text($"{plan.Zh}列了不止一次。", $"{plan.En} is named more than once."), []);

    private static Text? WhyNotAsked(RegistryView view, PlanOnDay plan, Plan outline) =>
        !plan.IsOwn || plan.Tier != PlanTier.District || plan.Kind == PlanKind.Development
            ? new("不是本区的专项、区域或空间规划", "is no special, regional or spatial plan of this district")
        : plan.HasEnded ? new($"届时{plan.EndedInWords.Zh}", $"was {plan.EndedInWords.En} by then")
        : !plan.IsApproved && !plan.IsPublished ? new("届时未见批准或者发布记录", "was neither approved nor published by then")
        : !plan.Horizon.Overlaps(outline.Horizon)
            ? new($"规划期（{plan.Horizon.InWords.Zh}）与{outline.Named.Zh}（{outline.Horizon.InWords.Zh}）没有重合",
                $"({plan.Horizon}) does not overlap {outline.Title} ({outline.Horizon})")
        : plan.Horizon == outline.Horizon
            ? new($"规划期与{outline.Named.Zh}一致，一、（三）不要求调整；随其调整修订而声明的，请逐个登记并写明所对应的版本",
                $"has the horizon of {outline.Title}, of which 一、（三） asks nothing; what follows its amendment is declared by itself "
                    + "and names the version")
        : !HorizonDuty.IsAsked(plan, view.History(outline.Key))
            ? new($"批准在{outline.Named.Zh}发布之后，一、（三）不要求调整", $"was approved after {outline.Title} was published, of which 一、（三） asks nothing")
        : (Text?)null;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
