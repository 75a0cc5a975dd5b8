using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Applications;

/// <summary>
/// Whether an application or a decision on one may be corrected: what was decided on stays as it was decided on, and a decision is taken
/// back and made anew, so that each passes the screening and whoever decides.
/// </summary>
public static class ApplicationCorrections
{
    private const string Silent = "本系统默认";

    private static readonly string[] Fixed =
    [
        nameof(ApplicationDecision.Application), nameof(ApplicationDecision.Outcome), nameof(ApplicationDecision.Agency),
        nameof(ApplicationDecision.Demand), nameof(ApplicationDecision.List), nameof(ApplicationDecision.Entry),
    ];

    public static Problem? Objection(RegistryView view, Change change) => change switch
    {
        { Retired: ApplicationDecision was, Recorded: ApplicationDecision now } => Columns(was)
            .FirstOrDefault(c => Fixed.Contains(c.Property) && !c.Same(now, was)) is { } column
                ? Refuse("values", $"{column.Label}登记后不能更正：处理有误的，请撤销这一处理，再重新处理。",
                    $"{column.Name} cannot be corrected once it is recorded: withdraw the decision and decide anew.")
                : null,
        // What has become secret is no longer told.
        { Retired: EntryApplication was, Recorded: EntryApplication { IsUntold: false } now } => Columns(was)
            .Any(c => c.IsOverwritten(was, now)) && ApplicationCourse.Of(view, was, DateOnly.MaxValue) is { IsClosed: true } course
                ? Refuse("id", $"申报{was.Code}已于{course.Since.InWords().Zh}处理（{Terms.Of(course.State).Zh}），其内容不再更正；"
                        + "处理依据有误的，请先撤销该处理。",
                    $"The application {was.Code} was decided on {course.Since} ({Terms.Of(course.State).En}) and stays as it was: "
                        + "where the decision rests on an error, withdraw that first.")
                : null,
        _ => null,
    };

    private static IReadOnlyList<Column> Columns(Record row) => RecordShape.Of(row.GetType()).Columns;

    private static Problem Refuse(string field, string zh, string en) =>
        new(ProblemCode.NotAllowed, new Text(zh, en), [field], Silent);
}
