namespace PlanRegistry.Tests.GraphQL;

/// <summary>What tests ask of the things that several of them ask for.</summary>
internal static class Selections
{
    public const string Act = "id type on about year agency { name } plan { code }";
    public const string AmendmentDuty = "due state reason amendment { version plan { code } }";
    public const string Certificate =
        "number verifyCode status verdict verification seq vector hash validUntil reviewedBy "
        + "reasons { code sentence } eligibleNow { verdict } plan { code }";
    public const string Eligibility = "verdict on reasons { code sentence basis { clause } }";
    public const string Finding = "id rule { code } plan { code } verdict";
    public const string Settled =
        "id rule { code } verdict severity sentence due remedies { act } settlement { kind on document { code } }";
    public const string PageInfo = "pageInfo { hasNextPage endCursor }";
    public const string Target = "indicator { code } nature targetValue targetYear version";

    /// <summary>Of every payload, beside its subject.</summary>
    public const string Payload =
        "seq problems { code message path clause } clientMutationId "
        + "opened { rule { code } plan { code } } cleared { rule { code } plan { code } }";
}
