using PlanRegistry.Access;
using PlanRegistry.Catalogue;
using PlanRegistry.Consultation;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Exports;
using PlanRegistry.Server.GraphQL;
using static PlanRegistry.Server.Exports.Departure;

namespace PlanRegistry.Server.Consultation;

/// <summary>What the page of a round asks for: its form, for one of those that are asked.</summary>
/// <param name="Agency">By code, name or alias; null: who asks for it, or nobody yet, for who may give it to any.</param>
public sealed record OpinionFormAsked(string District, string Round, string? Agency = null);

/// <summary>
/// 意见征求表 of a round as .xlsx, to be filled in and sent back through the workbooks. An asked agency gets its own; who asks, and the
/// reform commission, anybody's. One per request.
/// </summary>
public sealed class OpinionFormDesk(Reach reach, Departure departure, Reader reader)
{
    public Exported Make(OpinionFormAsked form, string? address)
    {
        if (form is not { District: not null, Round: not null } || !DistrictCode.TryParse(form.District, out var district))
        {
            return Refuse(StatusCodes.Status400BadRequest, new("导出请求不完整，请从页面导出。", "The request is not whole: export from a page."));
        }
        if (!reach.Caller.May("District.consultations") || reach.Scope(district) is not { } scope)
        {
            return NotTheirs(reach.Caller);
        }
        if (scope.View.Own.FindByKey(typeof(ConsultationRound), form.Round) is not ConsultationRound round)
        {
            return Refuse(StatusCodes.Status404NotFound,
                ConsultationProblem.Unknown("round", RecordShape.Of<ConsultationRound>().Named, form.Round).Message);
        }
        if (round.ClosedOn is not null)
        {
            return Refuse(StatusCodes.Status409Conflict, OpinionChecks.ClosedTo(round)!.Message);
        }
        var (agency, refusal) = AgencyOf(scope, round, form.Agency);
        return refusal ?? departure.Note($"opinion-form:1:{round.Code}{(agency is null ? "" : $"／{agency.Name}")}", district, address)
            ?? new Exported(new MemoryStream(Workbook.Write([OpinionForm.Of(scope, round, agency, reader.Language,
                departure.MadeBy(scope))], reader.Language)), $"{OpinionForm.Name.In(reader.Language)}-{NameOf(round, agency)}.xlsx");
    }

    private static string NameOf(ConsultationRound round, Agency? agency) => agency is null ? round.Code : $"{round.Code}-{agency.Name}";

    /// <summary>Whose form it is; null where it is left open.</summary>
    private (Agency? Agency, Exported? Refusal) AgencyOf(Scope scope, ConsultationRound round, string? asked)
    {
        var (own, isAny) = (reach.Caller.OwnAgency(scope.View), MayForAny(scope, round));
        if (round.Audience != Audience.Agencies)
        {
            return (null, isAny ? null : NotTheirs(reach.Caller));
        }
        var of = asked is null ? isAny ? null : own : scope.View.All<Agency>().Where(a => AgencyNames.Fits(a, asked))
            .OrderBy(a => a.Home != scope.View.Code).FirstOrDefault()?.Key;
        if (!isAny && (of is null || of != own))
        {
            return (null, NotTheirs(reach.Caller));
        }
        if (asked is not null && of is null)
        {
            return (null, Refuse(StatusCodes.Status422UnprocessableEntity,
                ConsultationProblem.Unknown("agency", RecordShape.Of<Agency>().Named, asked).Message));
        }
        return of is { } agency && !round.AsksOn(scope.View, agency, scope.Snapshot.AsOf)
            ? (null, Refuse(StatusCodes.Status422UnprocessableEntity, OpinionChecks.NotAsked(scope.View, agency).Message))
            : (scope.View.Agency(of), null);
    }

    private bool MayForAny(Scope scope, ConsultationRound round) => reach.Caller.Role is Role.ReformCommission or Role.Operator
        || (reach.Caller.Role == Role.Department && scope.IsTheirs(scope.View.Canonical(round.Plan)));
}
