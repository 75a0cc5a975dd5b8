using GraphQLEngine;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Workbooks;

public abstract record WorkbookInput : SettingInput
{
    public required string Workbook { get; init; }
    public string? List { get; init; }
    public string? Plan { get; init; }
    public IReadOnlyList<WorkbookColumnInput>? Columns { get; init; }
    public IReadOnlyList<WorkbookAgencyInput>? Agencies { get; init; }
    public bool? NewList { get; init; }
    public bool? AcceptGoodRows { get; init; }
    public string? Document { get; init; }
}

public sealed record WorkbookColumnInput : IInputFields
{
    /// <summary>Of its heading: 附表1!C2.</summary>
    public required string Place { get; init; }
    public string? Field { get; init; }
}

public sealed record WorkbookAgencyInput : IInputFields
{
    /// <summary>As it stands in the cell.</summary>
    public required string Text { get; init; }

    /// <summary>Code, name or alias.</summary>
    public required string Agency { get; init; }
}

public sealed record InspectWorkbookInput : WorkbookInput;

public sealed record ImportWorkbookInput : WorkbookInput
{
    public string? Confirmation { get; init; }
}

public sealed record ForgetMappingInput : AccessInput
{
    public required string District { get; init; }
    public required string Shape { get; init; }
}

[Resolves("Mutation")]
public static class WorkbookMutations
{
    /// <summary>What importing it would come to; nothing is written, and nothing need be confirmed for it.</summary>
    public static InspectWorkbookPayload InspectWorkbook(InspectWorkbookInput input, [Service] WorkbookDesk desk)
    {
        var (outcome, decided) = desk.Inspect(input);
        return new(outcome, decided, desk);
    }

    public static ImportWorkbookPayload ImportWorkbook(ImportWorkbookInput input, [Service] WorkbookDesk desk)
    {
        var (outcome, decided) = desk.Import(input);
        return new(outcome, decided, desk);
    }

    public static ForgetMappingPayload ForgetMapping(ForgetMappingInput input, [Service] Mappings mappings, [Service] Caller caller)
    {
        caller.Require("Mutation.forgetMapping");
        return new(!DistrictCode.TryParse(input.District, out var district) || !Mappings.IsOwn(caller, district)
            ? (false, AccessWords.UnknownDistrict(input.District))
            : (RequestErrors.Telling(() => mappings.Forget(caller, district, input.Shape)), null), input);
    }
}
