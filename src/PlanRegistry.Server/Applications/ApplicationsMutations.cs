using GraphQLEngine;
using PlanRegistry.Access;
using PlanRegistry.Applications;
using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Applications;

[Resolves("Mutation")]
public static class ApplicationsMutations
{
    public static ApplyForEntryPayload ApplyForEntry(ApplyForEntryInput input, [Service] CommandDesk desk) =>
        new(desk.Run("applyForEntry", input, view => Apply(view, input, input.AppliedOn ?? desk.Judgements.Today, Department(desk, view))));

    public static DecideApplicationPayload DecideApplication(DecideApplicationInput input, [Service] CommandDesk desk) =>
        new(desk.Run("decideApplication", input, view => Decide(view, input, input.On ?? desk.Judgements.Today, desk.Caller)));

    public static RecordListOpinionPayload RecordListOpinion(RecordListOpinionInput input, [Service] CommandDesk desk) =>
        new(desk.Run("recordListOpinion", input, view => Give(view, input, Department(desk, view)), input.Reason, input.Document));

    /// <summary>The department whose account calls; null for who acts for all of them.</summary>
    private static Agency? Department(CommandDesk desk, RegistryView view) =>
        desk.Caller.Role == Role.Department ? view.Agency(desk.Caller.Account!.AgencyKey) : null;

    private static Decision Apply(RegistryView view, ApplyForEntryInput input, PartialDate on, Agency? by)
    {
        var again = Named(view, input.Code);
        if (again is not null && Applying.ObjectionToAgain(view, again, on.Last) is { } closed)
        {
            return Decision.Refuse(closed);
        }
        var sheet = InputRows.Of<EntryApplication>(input, Filled(view, input, on, by, again).Where(m => m.Value is not null));
        var decision = again is null ? RowIntake.Add(view, [sheet]) : Applying.Again(RowIntake.Set(view, [sheet]), again);
        return decision.IsRefused ? decision
            : Applying.Objection(view, decision.Subjects.OfType<EntryApplication>().Single(), by) is { } problem ? Decision.Refuse(problem)
            : decision;
    }

    /// <summary>What the input leaves open: as it was applied for before, else as the plan has it.</summary>
    private static IEnumerable<(string Property, object? Value)> Filled(
        RegistryView view, ApplyForEntryInput input, PartialDate on, Agency? by, EntryApplication? again)
    {
        var plan = Applying.PlanNamed(view, input.Plan);
        var lead = input.LeadAgency ?? (again?.LeadAgency ?? plan?.LeadAgency)?.Within(view.Code) ?? input.Applicant ?? by?.Code;
        return
        [
            (nameof(EntryApplication.Code), again?.Code ?? input.Code ?? Applying.NextCode(view, on.Year)),
            (nameof(EntryApplication.AppliedOn), again?.AppliedOn ?? on),
            (nameof(EntryApplication.ResubmittedOn), again is null ? null : on),
            Open(nameof(EntryApplication.Applicant), input.Applicant, again?.Applicant.Within(view.Code) ?? by?.Code ?? lead),
            Open(nameof(EntryApplication.LeadAgency), input.LeadAgency, lead),
            Open(nameof(EntryApplication.Title), input.Title, again?.Title ?? plan?.Title),
            Open(nameof(EntryApplication.Kind), input.Kind, again?.Kind ?? plan?.Kind),
            Open(nameof(EntryApplication.HorizonFrom), input.Horizon, again?.HorizonFrom ?? plan?.HorizonFrom),
            Open(nameof(EntryApplication.HorizonTo), input.Horizon, again?.HorizonTo ?? plan?.HorizonTo),
            Open(nameof(EntryApplication.Field), input.Field, plan?.Field),
            Open(nameof(EntryApplication.DailyWork), input.DailyWork, plan?.DailyWork),
            Open(nameof(EntryApplication.ApprovalLevel), input.ApprovalLevel, plan?.ApprovalLevel),
            Open(nameof(EntryApplication.CoLeadAgencies), input.CoLeadAgencies,
                plan?.CoLeadAgencies?.Select(a => a.Within(view.Code)).ToList()),
        ];

        static (string, object?) Open(string property, object? given, object? value) => (property, given is null ? value : null);
    }

    private static Decision Decide(RegistryView view, DecideApplicationInput input, PartialDate on, Caller caller)
    {
        if (Named(view, input.Application) is not { } application)
        {
            return Decision.Refuse(Unknown("申报", "application", input.Application, "application"));
        }
        var by = caller.Role switch
        {
            Role.Department => view.Agency(caller.Account!.AgencyKey),
            _ when input.Outcome == ApplicationOutcome.Withdrawn => view.Agency(application.Applicant),
            Role.ReformCommission => view.AgencyFor(AgencyRole.ReformCommission, PlanTier.District, on.Last),
            _ => view.AgencyFor(Deciding.DeciderOf(application.Kind), PlanTier.District, on.Last),
        };
        var isListed = input.Outcome == ApplicationOutcome.Listed;
        var list = isListed ? input.List ?? application.List?.Within(view.Code) : input.List;
        if (isListed && list is null)
        {
            return Decision.Refuse(Deciding.NoList);
        }
        var entry = isListed ? input.Entry ?? Deciding.NextEntry(view, new(view.Code, list!)) : input.Entry;
        var decision = RowIntake.Add(view, [InputRows.Of<ApplicationDecision>(input,
            (nameof(ApplicationDecision.On), on), (nameof(ApplicationDecision.Agency), by?.Code),
            (nameof(ApplicationDecision.List), list), (nameof(ApplicationDecision.Entry), entry))]);
        return decision.IsRefused ? decision : Write(view, application, decision, by);
    }

    /// <summary>One that is listed becomes an entry in the same write.</summary>
    private static Decision Write(RegistryView view, EntryApplication application, Decision decision, Agency? by)
    {
        var made = decision.Subjects.OfType<ApplicationDecision>().Single();
        return Deciding.Objection(view, application, made, by) is { } problem ? Decision.Refuse(problem)
            : decision with
            {
                Changes = made.List is { } list
                    ? [.. decision.Changes, Change.Record(Deciding.EntryOf(application, list, made.Entry!))] : decision.Changes,
                Subjects = [application],
            };
    }

    private static Decision Give(RegistryView view, RecordListOpinionInput input, Agency? by)
    {
        if ((input.Application is null) == (input.List is null || input.Entry is null))
        {
            return Decision.Refuse(new Problem(ProblemCode.InvalidValue, new Text("请写明申报，或者写明清单和条目编号，二者取一。",
                "Name an application, or a list and the code of its entry: one of the two."), ["application"]));
        }
        var application = Named(view, input.Application);
        var made = application is null ? null : ApplicationCourse.Of(view, application, DateOnly.MaxValue).Decision;
        var (list, code) = input.Application is null ? (input.List, input.Entry) : (made?.List?.Within(view.Code), made?.Entry);
        Record? on = list is null ? application
            : view.EntriesIn[new(view.Code, list)].FirstOrDefault(e => e.Code == code);
        return on is null
            ? Decision.Refuse(input.Application is { } named ? Unknown("申报", "application", named, "application")
                : Unknown("清单条目", "entry", $"{input.List}/{input.Entry}", "entry"))
            : ListWord.On(input.Matter).Give(view, on, input.Needed, input.Document, by);
    }

    private static EntryApplication? Named(RegistryView view, string? code) =>
        code is null ? null : view.Of<EntryApplication>().FirstOrDefault(a => a.Code == code);

    private static Problem Unknown(string zh, string en, string value, string field) => new(ProblemCode.UnknownRecord,
        new Text($"{zh}“{value}”未登记。", $"The {en} \"{value}\" is not known."), [field]) { Value = value };
}

public sealed class ApplyForEntryPayload(Outcome outcome) : Payload(outcome)
{
    public EntryApplicationNode? Application => Subject<EntryApplicationNode>();

    /// <summary>As it would stand, by what the caller sees.</summary>
    public IReadOnlyList<ScreeningDoubtNode> Screening =>
        Outcome.Result.Subjects.Concat(Outcome.Result.Changes.Select(c => c.Recorded)).OfType<EntryApplication>().FirstOrDefault()
            is { } made ? new EntryApplicationNode(made, Outcome.After).Screening : [];
}

public sealed class DecideApplicationPayload(Outcome outcome) : Payload(outcome)
{
    public EntryApplicationNode? Application => Subject<EntryApplicationNode>();
}

public sealed class RecordListOpinionPayload(Outcome outcome) : Payload(outcome)
{
    public EntryApplicationNode? Application => Subject<EntryApplicationNode>();
    public DirectoryEntryNode? DirectoryEntry => Subject<DirectoryEntryNode>();
}
