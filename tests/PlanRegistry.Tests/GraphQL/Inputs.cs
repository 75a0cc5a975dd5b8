using System.Text.Json.Serialization;

namespace PlanRegistry.Tests.GraphQL;

/// <summary>The input of the mutation that its type is named after. What is null is left out.</summary>
public abstract record CommandInput
{
    public string District { get; init; } = "500154";
    public string? IdempotencyKey { get; init; }
    public int? ExpectedSeq { get; init; }
    public string? ClientMutationId { get; init; }
    public bool? DryRun { get; init; }

    /// <summary>What the payload tells of the record that the command is about.</summary>
    internal abstract string Subject { get; }
}

public sealed record RegisterAgency(string Name) : CommandInput
{
    public string? Code { get; init; }
    internal override string Subject => "agency { id name }";
}

public sealed record RegisterPlan(string Title, string Kind = "SPECIAL") : CommandInput
{
    public string? Code { get; init; }
    public PlanHorizon Horizon { get; init; } = new(2026, 2030);
    public string? LeadAgency { get; init; }
    public string? DraftingFrom { get; init; }
    public string? Secrecy { get; init; }
    internal override string Subject => "plan { code status light }";
}

public sealed record PlanHorizon(int From, int To);

public sealed record ListedPlan(string Title, string? Plan)
{
    public string? LeadAgency { get; init; }
    public string Kind { get; init; } = "SPECIAL";
}

public sealed record ApproveDirectoryList(string Code, int Year, params ListedPlan[] Entries)
    : CommandInput
{
    public string Track { get; init; } = "SPECIAL_AND_REGIONAL";
    public string? ApprovedOn { get; init; }
    public string? Drafter { get; init; }
    public string[]? CoDrafters { get; init; }
    public string? Approver { get; init; }
    public string? ApprovalDocument { get; init; }

    internal override string Subject => "directoryList { code entries { title plan { code listing } } }";
}

public sealed record LinkPlans(string Subordinate, string Superior, string Kind) : CommandInput
{
    internal override string Subject => "planLink { id }";
}

public sealed record RecordAct(string Plan, string Type, string On) : CommandInput
{
    public string? About { get; init; }
    public int? Year { get; init; }
    public int? Version { get; init; }
    public string? Agency { get; init; }
    public string? Against { get; init; }
    public string? Document { get; init; }
    public string[]? Recipients { get; init; }
    public string? Note { get; init; }
    internal override string Subject => $"act {{ {Selections.Act} }}";
}

public sealed record TargetValue(string Indicator, string Nature, [property: JsonPropertyName("targetValue")] string Value)
{
    public int? TargetYear { get; init; }
}

public sealed record SetTargets(string Plan, params TargetValue[] Targets) : CommandInput
{
    public string? Reason { get; init; }
    internal override string Subject => "targets { id }";
}

public sealed record ProposeAmendment(string Plan, int Version, string ProposedOn) : CommandInput
{
    public string Reason { get; init; } = "示例";
    public string[]? ChangedIndicators { get; init; }
    public TargetValue[]? Targets { get; init; }
    internal override string Subject => "amendment { version approvedOn }";
}

public sealed record ApproveAmendment(string Plan, int Version, string On) : CommandInput
{
    internal override string Subject => "amendment { version approvedOn }";
}

public sealed record SetPolicy(string Key, string Value, string From = "2026-07-01") : CommandInput
{
    public string? Reason { get; init; }

    /// <summary>Of the reform commission, which may set it.</summary>
    public string? Document { get; init; } = "开州示例发改〔2021〕1号";
    internal override string Subject => "policyValue { key }";
}

public sealed record RecordFunding(string Code, string Plan, string Project) : CommandInput
{
    public string? Amount { get; init; }
    public string? Purpose { get; init; }
    public string? Money { get; init; }
    public int? BudgetYear { get; init; }
    public string? ArrangedOn { get; init; }
    internal override string Subject => "fundingLine { id }";
}

public sealed record IssueFundingCertificate(string Plan) : CommandInput
{
    public string? On { get; init; }
    public string Purpose { get; init; } = "IMPLEMENTATION";
    public string Money { get; init; } = "DISTRICT";
    public string? Project { get; init; } = "道路(示例)";
    public string? Amount { get; init; } = "120000.50";
    public string? ValidUntil { get; init; }
    public string? Replaces { get; init; }
    internal override string Subject => $"fundingCertificate {{ {Selections.Certificate} }}";
}

public sealed record RevokeFundingCertificate(string Number, string Reason) : CommandInput
{
    internal override string Subject => $"fundingCertificate {{ {Selections.Certificate} }}";
}

public sealed record RegisterDocument(string Code, string? Issuer) : CommandInput
{
    public string Title { get; init; } = "核查情况的通报(示例)";
    public string? IssuedOn { get; init; }
    public string[]? OnBehalfOf { get; init; }
    public string[]? Plans { get; init; }
    public string? Secrecy { get; init; }
    public string? Sha256 { get; init; }
    public string? File { get; init; }
    internal override string Subject => "document { code }";
}

public abstract record SettlementCommand(string Finding, string Document) : CommandInput
{
    public string On { get; init; } = "2026-06-29";
    internal override string Subject => $"finding {{ {Selections.Settled} }}";
}

public sealed record ConfirmExemption(string Finding, string Document) : SettlementCommand(Finding, Document);

public sealed record SettleFinding(string Finding, string Document) : SettlementCommand(Finding, Document);

public sealed record FieldValue(string Field, string Value);

/// <summary>Without values it withdraws the record.</summary>
public sealed record CorrectRecord(string Id, string Reason, params FieldValue[]? Values) : CommandInput
{
    public string Document { get; init; } = "更正说明(示例)";
    internal override string Subject => "record { id ... on Act { on } }";
}
