using PlanRegistry.Funding;
using PlanRegistry.Ledger;

namespace PlanRegistry.Rules;

/// <summary>Which rules have thrown on one part, and what is then said in their stead: one UNKNOWN each.</summary>
internal sealed class Failures
{
    private readonly SortedDictionary<string, Exception> byCode = new(StringComparer.Ordinal);
    private readonly CompiledRules rules;
    private readonly FactPart part;

    public Failures(CompiledRules rules, PartFacts district, PartFacts heard)
    {
        (this.rules, part) = (rules, heard.Part);
        foreach (var failure in district.Failures.Concat(heard.Failures))
        {
            Note(failure.Types.SelectMany(rules.CodesThatMatch), failure.Exception);
        }
    }

    /// <summary>A condition may be several rules' at once: all of them have failed.</summary>
    public void ListenTo(ISession session)
    {
        session.Events.LhsExpressionFailedEvent += (_, e) =>
        {
            e.IsHandled = true;
            Note(e.Rules.Select(r => RuleBook.CodeOf(r.Name)), e.Exception!);
        };
        session.Events.RhsExpressionFailedEvent += (_, e) =>
        {
            e.IsHandled = true;
            Note([RuleBook.CodeOf(e.Match.Rule.Name)], e.Exception!);
        };
    }

    public bool Include(string code) => byCode.ContainsKey(code);

    public Finding? Try(string code, Func<Finding?> finish)
    {
        try
        {
            return finish();
        }
        catch (Exception thrown)
        {
            Note([code], thrown);
            return null;
        }
    }

    /// <summary>What throws outside any rule leaves all of them unanswered.</summary>
    public List<FindingDraft> Try(Func<List<FindingDraft>> fire)
    {
        try
        {
            return fire();
        }
        catch (Exception thrown)
        {
            Note(rules.Definitions.Select(d => RuleBook.CodeOf(d.Name)), thrown);
            return [];
        }
    }

    public IReadOnlyList<RuleFailure> ToLog => [.. byCode.Select(f => new RuleFailure(f.Key, part.Code, f.Value))];

    /// <summary>One UNKNOWN for each rule that threw, where the rule is about the part at all, and in force.</summary>
    public IEnumerable<Finding> Told(Snapshot snapshot) =>
        [.. byCode.Keys.Where(code => Concerns(snapshot, code)).Select(code => Draft(snapshot, code).Finish()).OfType<Finding>()];

    private void Note(IEnumerable<string> codes, Exception thrown)
    {
        foreach (var code in codes)
        {
            byCode.TryAdd(code, thrown);
        }
    }

    /// <summary>
    /// A rule about lists leaves nothing open about a plan, nor one that by its own first words has nothing to do with the plan.
    /// </summary>
    private bool Concerns(Snapshot snapshot, string code)
    {
        try
        {
            return PlanIn(snapshot) is { } plan
                ? rules.Walks(code).Any(w => w.MayConcern(plan))
                : rules.Walks(code).Any(w => IsAYear ? w.IsAboutYears : w.IsAboutLists);
        }
        catch (Exception)
        {
            // What cannot be told is open.
            return true;
        }
    }

    private FindingDraft Draft(Snapshot snapshot, string code)
    {
        var commission = snapshot.Agency(AgencyRole.ReformCommission);
        var draft = new FindingDraft(code, snapshot, []);
        draft = PlanIn(snapshot) is { } plan
            ? draft.About(plan).For(plan).Fact("plan", plan)
            : IsAYear ? draft.About(part.Code) : About(draft, snapshot.View.List(new Key<DirectoryList>(snapshot.View.Code, part.Code))!);
        return draft.Unknown().At(Severity.Error)
            .Saying(new Text($"{Name(snapshot).Zh}是否符合本规则待核实：评判时系统出错，未能得出结论，详情见运行日志。",
                $"Whether {Name(snapshot).En} complies is open: to judge it by this rule failed, and the server's log tells what failed."))
            .Fact("failure", new Text("评判时系统出错", "judging failed"))
            .Remedy(Remedies.Of(Operation.CorrectRecord, commission,
                $"由{Remedies.Name(commission)}会同系统维护人员按运行日志查明原因；属记录有误的，予以更正",
                $"{Remedies.NameEn(commission)} finds the cause with those who run the "
                    + "registry, from its log; a record that is wrong is corrected."));
    }

    private bool IsAYear => part.Of == typeof(InvestmentYear);

    private static FindingDraft About(FindingDraft draft, DirectoryList list) => draft.About(list).Fact("list", list);

    private PlanOnDay? PlanIn(Snapshot snapshot) =>
        part.Of == typeof(Plan) ? snapshot.Plan(new Key<Plan>(snapshot.View.Code, part.Code)) : null;

    private Text Name(Snapshot snapshot) => PlanIn(snapshot) is { } plan
        ? plan.Named
        : IsAYear ? new Text($"{part.Code}年度预算与政府投资年度计划", $"the budget of {part.Code} and its investment plan")
        : new Text($"目录清单{part.Code}", $"directory list {part.Code}");
}
