#nullable disable annotations
using System.Text.Json.Serialization;

namespace PlanRegistry.Tests.GraphQL;

// What tests read of answers. A field is null when its value is, or when it was not asked for.

public sealed record Response(Data Data, Error[] Errors);

public sealed record Data(
    DistrictAnswer District, CertificateAnswer FundingCertificate, FindingAnswer Node, NodeAnswer[] Nodes, ChangeEvent FindingChanged);

public sealed record Error(string Message, ErrorExtensions Extensions);

public sealed record ErrorExtensions(string Code);

public sealed record Page<T>(int? TotalCount, T[] Nodes, PageInfo PageInfo);

public sealed record PageInfo(bool HasNextPage, string EndCursor);

public sealed record DistrictAnswer(
    string Name, int? Seq, string Vector, PlanAnswer Plan, Page<PlanAnswer> Plans, Page<FindingAnswer> Findings, Page<EntryAnswer> Ledger,
    Page<ChangeAnswer> Changes, SummaryAnswer Conformance, FundingCheckAnswer[] FundingCheck);

public sealed record SummaryAnswer(int? Plans, int? Red, int? Yellow, int? Green, int? Grey, int? Findings);

public sealed record PlanAnswer(
    string Id, string Code, string Title, string Status, string Light, string Secrecy, string Listing, ActAnswer[] Acts,
    TargetAnswer[] Targets, FindingAnswer[] Findings, AmendmentAnswer[] Amendments, AmendmentDutyAnswer[] AmendmentDuties,
    ReviewDutyAnswer[] ReviewDuties, FundingLineAnswer[] FundingLines, LinkAnswer[] Superiors, LinkAnswer[] Subordinates,
    EligibilityAnswer FundingEligibility, AgencyAnswer LeadAgency);

public sealed record LinkAnswer(string Id, PlanAnswer Superior, PlanAnswer Subordinate);

public sealed record ActAnswer(
    string Id, string Type, string On, string About, int? Year, AgencyAnswer Agency, PlanAnswer Plan);

public sealed record AgencyAnswer(string Name);

public sealed record TargetAnswer(
    IndicatorAnswer Indicator, string Nature, [property: JsonPropertyName("targetValue")] string Value, int? TargetYear, int? Version);

public sealed record IndicatorAnswer(string Code);

public sealed record AmendmentAnswer(int? Version, string ApprovedOn, PlanAnswer Plan);

public sealed record AmendmentDutyAnswer(string Due, string State, string Reason, AmendmentAnswer Amendment);

public sealed record ReviewDutyAnswer(string Kind, int? Year, string Due, string State);

public sealed record DirectoryListAnswer(string Code, DirectoryEntryAnswer[] Entries);

public sealed record DirectoryEntryAnswer(string Title, PlanAnswer Plan);

public sealed record FundingLineAnswer(string Id, string Code, string ArrangedOn);

public sealed record FundingCheckAnswer(
    string Request, PlanAnswer Plan, DirectoryEntryAnswer Entry, PlanAnswer[] Candidates, DirectoryEntryAnswer[] CandidateEntries,
    int CandidateCount,
    EligibilityAnswer Eligibility, ReasonAnswer[] Reasons);

public sealed record EligibilityAnswer(string Verdict, string On, ReasonAnswer[] Reasons);

public sealed record ReasonAnswer(string Code, string Sentence);

public sealed record CertificateAnswer(
    string Number, string VerifyCode, string Status, string Verdict, string Verification, int? Seq, string Vector, string Hash,
    string ValidUntil, string ReviewedBy, ReasonAnswer[] Reasons, EligibilityAnswer EligibleNow, PlanAnswer Plan);

public sealed record RuleAnswer(string Code);

public sealed record FindingAnswer(
    string Id, RuleAnswer Rule, PlanAnswer Plan, string Verdict, string Severity, string Sentence, string En,
    BasisAnswer[] Basis, FactAnswer[] Facts, RemedyAnswer[] Remedies, AgencyAnswer Responsible, NodeAnswer[] Subjects,
    SettlementAnswer Settlement, string Due);

public sealed record SettlementAnswer(string Kind, string On, DocumentAnswer Document);

public sealed record DocumentAnswer(string Code);

public sealed record BasisAnswer(string Document, string Clause);

public sealed record FactAnswer(string Name, string Text, NodeAnswer Node);

public sealed record RemedyAnswer(string Act, AgencyAnswer Agency, string Text);

public sealed record NodeAnswer(string Id, string Status, string On);

public sealed record EntryAnswer(
    int? Seq, string ActorId, string ActorName, string Role, int? Form, string HashAlgorithm, string Command, string[] Records);

public sealed record ChangeAnswer(int? Seq, string Id, bool? Retired);

public sealed record ProblemAnswer(string Code, string Message, string[] Path, string Clause);

/// <param name="Json">All of it as it came.</param>
public sealed record Payload(
    int? Seq, ProblemAnswer[] Problems, FindingAnswer[] Opened, FindingAnswer[] Cleared, string ClientMutationId,
    PlanAnswer Plan, ActAnswer Act, DirectoryListAnswer DirectoryList, AmendmentAnswer Amendment, CertificateAnswer FundingCertificate,
    NodeAnswer Record, NodeAnswer[] Targets, FindingAnswer Finding, string Json)
{
    /// <summary>Of a command that was refused for one reason.</summary>
    public ProblemAnswer Problem => Problems[0];

    public IEnumerable<string> OpenedRules => Opened.Select(f => f.Rule.Code);

    public IEnumerable<string> ClearedRules => Cleared.Select(f => f.Rule.Code);
}

public sealed record ChangeEvent(string Cursor, string Day, int? Seq, string Cause, FindingAnswer[] Opened, FindingAnswer[] Cleared,
    PlaceAnswer District);

public sealed record PlaceAnswer(string Code, string Name);
