using PlanRegistry.Funding;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Funding;

/// <summary>FundingCertificate: what was said, from the view it was said on, and whether it still holds.</summary>
public sealed class FundingCertificateNode : RecordNode<FundingCertificate>
{
    private readonly Lazy<Scope> then;

    public FundingCertificateNode(FundingCertificate row, Scope scope) : base(row, scope) =>
        then = new(() =>
        {
            var view = PlanRegistry.Ledger.Vector.TryParse(row.Vector, out var vector) ? scope.Judgements.Registry.View(vector) : null;
            return view is null
                ? scope
                : scope.On(scope.Judgements.Snapshot(view, row.On.First), row.On.First, view.Own.RecordedAt);
        });

    internal Scope Then => then.Value;

    internal FundingEligibility EligibilityThen => FundingReview.Of(Then.Judgement, Then.Snapshot.Plan(Row.Plan)!, Row.Question);

    public new string Id => NodeId.Of(Scope, nameof(FundingCertificate), Row.Home, Row.Number);
    public string Number => Row.Number;
    public string VerifyCode => CertificateStatement.VerifyCode(Row.Hash);
    public CertificateStatus Status => CertificateStanding.StatusOn(Scope.Snapshot.View, Row, Scope.Snapshot.AsOf);
    public PlanNode Plan => Scope.PlanOf(Row.Plan);

    /// <summary>As the paper says it, also to who sees nothing of the plan itself.</summary>
    public string PlanCode => Row.Plan.Code;
    public string PlanTitle => Then.Snapshot.Plan(Row.Plan)!.Title;
    public PartialDate On => Row.On;
    public FundingVerdict Verdict => Row.Verdict;
    public IReadOnlyList<FundingReasonNode> Reasons => [.. EligibilityThen.Reasons.Select(r => new FundingReasonNode(r, Then))];
    public string? Project => Row.Project;
    public FundingPurpose Purpose => Row.Purpose;
    public FundingMoney Money => Row.Money;
    public decimal? Amount => Row.Amount;
    public int? BudgetYear => Row.BudgetYear;
    public DateTimeOffset PreparedAt => RecordedAt;

    /// <summary>Where names were typed, when it was recorded with both.</summary>
    public DateTimeOffset? IssuedAt => !CertificateStanding.IsSigned(Scope.Snapshot.View, Row) ? null
        : Row.ReviewedBy is not null ? RecordedAt : Review!.At;
    public PartialDate ValidUntil => Row.ValidUntil;
    public string PreparedBy => Row.PreparedBy;
    public string? ReviewedBy => Row.ReviewedBy ?? (Review is { Result: ReviewResult.Signed, By: var by } ? by : null);

    public CertificateReviewNode? Review => CertificateStanding.ReviewOf(Scope.Snapshot.View, Row.Number) is { } review
        ? new CertificateReviewNode(review) : null;

    public CertificateRevocationNode? Revocation => CertificateStanding.RevocationOf(Scope.Snapshot.View, Row.Number) is { } revocation
        ? new CertificateRevocationNode(revocation, Scope) : null;

    public string? Replaces => Row.Replaces;
    public string? ReplacedBy => CertificateStanding.ReplacementOf(Scope.Snapshot.View, Row.Number)?.Number;
    public string Vector => Row.Vector;
    public string RulesVersion => Row.RulesVersion;
    public string Hash => Row.Hash;

    /// <summary>The chain is checked at most once a minute; the judging is done anew each time.</summary>
    public Verification Verification =>
        CertificateStanding.Verify(Scope.Snapshot.View, Row,
            PlanRegistry.Rules.Judge.JudgementOf(new PlanRegistry.Conformance.Snapshot(Then.Snapshot.View, Row.On.First)),
            FundingChecks.ScopeOn(Scope.Today(), Row.On.First).Judgement, IsIntact);

    /// <summary>
    /// The ledgers as they are now, and as far as the certificate was decided on: a superior's tail may have been cut since.
    /// </summary>
    private bool IsIntact =>
        RequestErrors.Telling(() => Scope.Judgements.Registry.Intact(Scope.View.Vector)
            && PlanRegistry.Ledger.Vector.TryParse(Row.Vector, out var vector) && Scope.Judgements.Registry.Intact(vector));

    public FundingEligibilityNode EligibleNow
    {
        get
        {
            var today = Scope.Today();
            return new FundingEligibilityNode(FundingReview.Of(today.Judgement, today.Snapshot.Plan(Row.Plan)!, Row.Question), today);
        }
    }
}

/// <summary>CertificateReview: what another account made of it.</summary>
public sealed class CertificateReviewNode(CertificateReview row)
{
    public ReviewResult Result => row.Result;
    public string By => row.ReviewedBy;
    public DateTimeOffset At => Calendar.InShanghai(row.RecordedAt);
    public string? Reason => row.Reason;
    public int Seq => row.Seq;
}

/// <summary>CertificateRevocation: when it ended, and why.</summary>
public sealed class CertificateRevocationNode(CertificateRevocation row, Scope scope)
{
    public PartialDate On => Calendar.DayOf(row.RecordedAt);
    public string Reason => row.Reason;
    public DocumentNode? Document => scope.Document(row.Document);
    public int Seq => row.Seq;
}
