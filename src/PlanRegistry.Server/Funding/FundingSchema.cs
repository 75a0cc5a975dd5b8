using PlanRegistry.Funding;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Funding;

internal static class FundingSchema
{
    public static Capability Capability { get; } = new(
        binding => binding
            .Type<FundingLineNode>("FundingLine").Type<FundingCertificateNode>("FundingCertificate")
            .Type<FundingEligibilityNode>("FundingEligibility")
            .Type<FundingReasonNode>("FundingReason").Type<FundingCheckNode>("FundingCheck")
            .Connection<FundingCertificateNode>("FundingCertificate")
            .Type<FundingLineConnection>("FundingLineConnection").Type<Edge<FundingLineNode>>("FundingLineEdge")
            .Type<FundingSums>("FundingSums")
            .Type<FundingSheetNode>("FundingSheet").Type<FundingSheetLine>("FundingSheetLine")
            .Type<CertificateReviewNode>("CertificateReview")
            .Type<CertificateRevocationNode>("CertificateRevocation").Type<QrCodeNode>("QrCode")
            .Type<InvestmentPlanLineNode>("InvestmentPlanLine").Type<InvestmentYearNode>("InvestmentYear")
            .Type<ProjectMoneyNode>("ProjectMoney").Connection<ProjectMoneyNode>("ProjectMoney").Payload<SetInvestmentPlanPayload>()
            .Resolvers(typeof(InvestmentFields)).Resolvers(typeof(DistrictInvestmentFields)).Resolvers(typeof(InvestmentMutations))
            .Payload<RecordFundingPayload>().Payload<IssueFundingCertificatePayload>().Payload<RevokeFundingCertificatePayload>()
            .Payload<IssueFundingCertificatesPayload>().Payload<SignFundingCertificatesPayload>()
            .Payload<ReturnFundingCertificatesPayload>()
            .Resolvers(typeof(FundingReasonFields)).Resolvers(typeof(FundingQueries)).Resolvers(typeof(PlanFundingFields))
            .Resolvers(typeof(QrCodeFields)).Resolvers(typeof(DistrictFundingFields))
            .Resolvers(typeof(FundingSheetFields)).Resolvers(typeof(FundingMutations))
            .Argument<string>("Query.fundingCertificate(number:)",
                number => CertificateNumber.IsWellFormed(number)
                    ? null
                    : $"\"{number}\" is no certificate number: write it as \"500154-2026-000012\"."),
        NodeType.Of<FundingLine>("FundingLine", (row, scope) => new FundingLineNode(row, scope)),
        NodeType.Of<InvestmentPlanLine>("InvestmentPlanLine", (row, scope) => new InvestmentPlanLineNode(row, scope)),
        NodeType.Of<FundingCertificate>("FundingCertificate", (row, scope) => new FundingCertificateNode(row, scope)),
        NodeType.Of<CertificateRevocation>("CertificateRevocation", (_, _) => null),
        NodeType.Of<CertificateReview>("CertificateReview", (_, _) => null));
}
