using PlanRegistry.Funding;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Funding;
using PlanRegistry.Server.GraphQL;
using Plan = PlanRegistry.Catalogue.Plan;

namespace PlanRegistry.Server.Evidence;

/// <summary>What is to be proved: <c>plan</c> by its code, <c>finding</c> by its key, <c>certificate</c> by its number.</summary>
/// <param name="AsOf">The day judged; today where none is given.</param>
/// <param name="KnownAt">The moment of knowledge; now where none is given.</param>
public sealed record EvidenceForm(string District, string Kind, string Code, string? AsOf = null, string? KnownAt = null);

/// <summary>What an evidence file is about, as the caller sees it.</summary>
/// <param name="Key">The field of the answer that names it: code, key or number.</param>
/// <param name="Id">By which GraphQL answers about it.</param>
/// <param name="Seeds">The records that it is, or rests on.</param>
/// <param name="Plans">The plans that it is about: what is recorded of them lies behind the answer too.</param>
/// <param name="Then">The state that a certificate was decided on, where the registry has it.</param>
internal sealed record EvidenceSubject(string Kind, string Key, string Code, string Id, Text Named,
    IReadOnlyList<RecordId> Seeds, IReadOnlyList<Key<Plan>> Plans, RegistryView? Then = null)
{
    private static readonly Text PlanWord = new("规划", "Plan");
    private static readonly Text FindingWord = new("问题", "Finding");
    private static readonly Text CertificateWord = new("规划目录核验单", "Certificate");

    public Text Word => Kind switch { "plan" => PlanWord, "finding" => FindingWord, _ => CertificateWord };

    /// <summary>Null where there is no such thing in the scope.</summary>
    public static EvidenceSubject? Find(Scope scope, string kind, string code) => kind switch
    {
        "plan" => scope.Plans.FirstOrDefault(p => p.Key.Code == code) is { } plan ? OfPlan(scope, plan.Plan) : null,
        "finding" => scope.Findings.FirstOrDefault(f => f.Key == code) is { } finding ? OfFinding(scope, finding) : null,
        "certificate" => Certificates.Find(scope.View, code) is { } certificate ? OfCertificate(scope, certificate) : null,
        _ => null,
    };

    private static EvidenceSubject OfPlan(Scope scope, Plan plan) => new("plan", "code", plan.Code, scope.IdOf(plan), plan.Named,
        [plan.Id, .. scope.FindingsOf(plan.Key).SelectMany(Behind)], [plan.Key]);

    private static EvidenceSubject OfFinding(Scope scope, PlanRegistry.Conformance.Finding finding) => new("finding", "key", finding.Key,
        new FindingNode(finding, scope).Id, finding.Sentence, [.. Behind(finding)], finding.Plans);

    private static EvidenceSubject OfCertificate(Scope scope, FundingCertificate certificate)
    {
        var node = new FundingCertificateNode(certificate, scope);
        return new("certificate", "number", certificate.Number, node.Id, certificate.Number,
            [certificate.Id, .. node.EligibilityThen.Reasons.Select(r => r.Finding).OfType<PlanRegistry.Conformance.Finding>()
                .SelectMany(Behind)],
            [certificate.Plan], node.Then.Snapshot.View);
    }

    private static IEnumerable<RecordId> Behind(PlanRegistry.Conformance.Finding finding) =>
        finding.Subjects.Select(s => s.Record).Concat(finding.Facts.Select(f => f.Record)).OfType<RecordId>();
}
