using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

/// <summary>A recorded report, whom it reached by the day and whom it should have reached.</summary>
public sealed class ReportOnDay : IFact
{
    private readonly IReadOnlyList<Addressee> owed;

    public ReportOnDay(PlanOnDay of, Act act)
    {
        (Of, Act, Kind) = (of, act, ReviewKinds.Of(act.About)!.Value);
        Route = ReportRoute.Of(of, Kind, [.. act.Agencies.Select(a => of.Snapshot.Agency(a))]);
        CountsFrom = ReportStart.Of(of, act);
        Procedure = Kind == ReviewKind.MidTerm && of.Kind == PlanKind.Development && Counts ? new MidTermProcedure(of, act) : null;
        owed = [.. Route.To.Where(a => Procedure?.ShowsReceiptBy(a) != true && !IsStillToCome(a))];
    }

    public PlanOnDay Of { get; }
    public Act Act { get; }
    public ReviewKind Kind { get; }
    public ReportRoute Route { get; }

    /// <summary>The first day on which such a report counts; null where its year is not recorded.</summary>
    public DateOnly? CountsFrom { get; }

    /// <summary>The parameter that says so.</summary>
    public PolicyKey CountsKey => ReportStart.KeyOf(Kind);

    /// <summary>It came before that day and answers no duty.</summary>
    public bool IsEarly => Act.On.Last < CountsFrom;

    /// <summary>Whose report it was, where it was not for them to make: it answers no duty either.</summary>
    public Entitlement Word => field ??= WordOn(Of, Act);

    public bool IsAnothers => Word.IsDenied;

    public bool Counts => !IsEarly && !IsAnothers;

    /// <summary>Of an annual report nobody can say which duty it answers until its year is recorded.</summary>
    public bool LacksItsYear => Kind == ReviewKind.Annual && Act.Year is null;

    /// <summary>The steps that follow the mid-term report of a development plan; null for other reports, and an early one.</summary>
    public MidTermProcedure? Procedure { get; }

    public bool BreaksProcedure => Procedure is { IsBroken: true };

    public bool LeavesProcedureOpen => Procedure is { IsOpen: true };

    /// <summary>What was owed after the deliberation is not recorded, and its day is over.</summary>
    public bool LacksFollowUp => Procedure?.FollowUp is { IsPastDue: true, Missing.Count: > 0 };

    public Key<Plan> Plan => Of.Key;

    public RecordId Id => Act.Id;

    public static IEnumerable<ReportOnDay> On(PlanOnDay plan) =>
        plan.IsApproved || plan.IsPublished
            ? plan.Acts.Where(a => a.Type == ActType.Reported && ReviewKinds.Of(a.About) is not null).Select(a => new ReportOnDay(plan, a))
            : [];

    /// <summary>Its final evaluation, made in its time, has reached those who are owed it.</summary>
    public static bool IsFinallyReported(PlanOnDay plan) =>
        On(plan).Any(r => r is { Kind: ReviewKind.Final, Counts: true, HasReachedItsRecipients: true });

    /// <summary>Whether those who reported are the ones to: who is not recorded is not held to be another.</summary>
    internal static Entitlement WordOn(PlanOnDay plan, Act report) => Entitlement.Of(plan.Snapshot.View, Matter.Report, report);

    /// <summary>What was reported before the registry kept records is not judged.</summary>
    public bool IsOfRecord => Act.On.First >= Of.Snapshot.RecordsFrom;

    public IReadOnlyList<Addressee> LackingRecipients => HasRecipients ? Lacking(owed, Act.Recipients) : [];

    public IReadOnlyList<Addressee> LackingCopies => HasCopies ? Lacking(OwedCopies, Act.Copies) : [];

    /// <summary>Since when the first of those whom it has not reached has lacked it.</summary>
    public DateOnly LackingSince => LackingRecipients.Select(OwedSince).Concat(LackingCopies.Select(OwedSince)).Min();

    /// <summary>It is recorded to have gone to everyone who is owed it at once.</summary>
    public bool HasReachedItsRecipients =>
        !Route.LacksApprover && (Route.To.All(a => a.OwedFrom is not null)
            || (HasRecipients && Lacking([.. Route.To.Where(a => a.OwedFrom is null)], Act.Recipients).Count == 0));

    /// <summary>A name is missing in a cell that is filled.</summary>
    public bool IsIncomplete => LackingRecipients.Count > 0 || LackingCopies.Count > 0;

    /// <summary>未报送区政府、未抄送市发展改革委.</summary>
    public Text LackingText => Text.Join(
    [
        .. LackingRecipients.Select(a => new Text($"未报送{a.Name.Zh}", $"not sent to {a.Name.En}")),
        .. LackingCopies.Select(a => new Text($"未抄送{a.Name.Zh}", $"not copied to {a.Name.En}")),
    ]);

    /// <summary>The policy report.copy.max_days on the day of the report.</summary>
    public int CopyDays => Of.Snapshot.Policy.Of(PolicyKeys.CopyMaxDays, Act.On.Last, Of.Kind);

    /// <summary>report.copy.max_days after the report: the last day for its copies.</summary>
    public DateOnly CopiesDue => Act.On.Last.AddDays(CopyDays);

    /// <summary>The copies surely went out after their last day.</summary>
    public bool IsCopiedLate => OwedCopies.Count > 0 && Act.CopiedOn?.First > CopiesDue && Of.AsOf > CopiesDue;

    public Text CopiedOn => Act.CopiedOn?.InWords() ?? default;

    /// <summary>The cells that would have to be filled to know; where the notice is silent, an empty one says nothing.</summary>
    public IReadOnlyList<Text> Unrecorded => Route.IsDefault ? [] : [.. UnrecordedCells()];

    public IReadOnlyList<Text> Missing => !IsOfRecord || !Counts ? [] :
    [
        .. LackingRecipients.Select(a => new Text($"未报送{a.Name.Zh}", $"Not sent to {a.Name.En}")),
        .. LackingCopies.Select(a => new Text($"未抄送{a.Name.Zh}", $"Not copied to {a.Name.En}")),
        .. Unrecorded.Select(c => new Text($"{c.Zh}未录入", $"Not recorded: {c.En}")),
        .. Procedure?.Faults.Select(f => f.Text) ?? [],
        .. Procedure?.FollowUp?.Missing.Select(s => new Text(
            $"尚无{s.Name.Zh}的记录（应不晚于{Procedure.FollowUp.Due.InWords().Zh}）",
            $"No record yet of {s.Name.En} (due {Procedure.FollowUp.Due:yyyy-MM-dd})")) ?? [],
    ];

    /// <summary>2022年度监测分析报告、2023年中期评估报告.</summary>
    public Text Name => Act.Year is { } year
        ? new Text($"{year}年{ReviewKinds.NameOf(Kind).Zh}报告", $"{year} {ReviewKinds.NameOf(Kind).En} report")
        : new Text($"{Terms.Of(Kind).Zh}报告", $"{Terms.Of(Kind).En} report");

    public FactLine Say() => RecordLines.Say(Act, Of.Snapshot.View);

    private bool HasRecipients => Act.Recipients is { Count: > 0 };

    private bool HasCopies => Act.Copies is { Count: > 0 };

    /// <summary>Who is owed a copy: nobody who is told to have received the report itself.</summary>
    private List<Addressee> OwedCopies =>
        [.. Route.Copies.Where(c => Act.Recipients?.Any(r => c.Is(Of.Snapshot.Agency(r))) != true)];

    private bool IsStillToCome(Addressee addressee) => OwedSince(addressee) > (Of.EndedOn ?? Of.AsOf);

    /// <summary>
    /// The standing committee gets the mid-term report after the government's
    /// examination; until REV-005 misses that step, it lacks nothing.
    /// </summary>
    private DateOnly OwedSince(Addressee addressee)
    {
        var owed = addressee.Role == AgencyRole.StandingCommittee && Procedure is { } steps
            ? steps.Deadline.AddDays(1)
            : addressee.OwedFrom ?? Act.On.Last;
        return owed > Act.On.Last ? owed : Act.On.Last;
    }

    private List<Addressee> Lacking(IReadOnlyList<Addressee> expected, IReadOnlyList<Key<Agency>>? named)
    {
        var agencies = named!.Select(k => Of.Snapshot.Agency(k)).ToList();
        return [.. expected.Where(a => !agencies.Exists(a.Is))];
    }

    private IEnumerable<Text> UnrecordedCells()
    {
        if (Route.LacksApprover)
        {
            yield return new Text("审批主体", "the plan's approver");
        }
        if (!HasRecipients && owed.Count > 0)
        {
            yield return new Text("报送对象", "the recipients");
        }
        if (OwedCopies.Count == 0)
        {
            yield break;
        }
        if (!HasCopies)
        {
            yield return new Text("抄送对象", "the copies");
        }
        else if (Act.CopiedOn is not { } day)
        {
            yield return new Text("抄送日期", "the day of the copies");
        }
        else if (day.Last > Act.On.First.AddDays(CopyDays) && day.First <= CopiesDue)
        {
            yield return new Text("报告或抄送的具体日期", "the exact day of the report or of its copies");
        }
    }
}
