using PlanRegistry.Access;
using PlanRegistry.Catalogue;
using PlanRegistry.Experts;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Reviews;

/// <summary>
/// Whose duties are asked for: those that the records give to the person by name, and those of the person's agency that name nobody, but
/// for what the person must leave to another.
/// </summary>
/// <param name="NameOf">Of an account, by its id: two of one name are one person's.</param>
internal sealed record PersonAsked(string Name, Account? Account, Key<Agency>? Agency, Func<string, string?> NameOf)
{
    public bool Owes(OwedDuty duty) => duty.Person is { } named ? Persons.AreOne(named, Name)
        : Agency is { } own && duty.Agency?.Key == own && !MustLeave(duty);

    private bool MustLeave(OwedDuty duty) => Account is not null && duty.NotBy is { } other
        && (other == Account.Id || (NameOf(other) is { } name && Persons.AreOne(name, Name)));

    /// <summary>
    /// Null when none are named. Known are the accounts of the district and the experts of its pool; a department knows its own people and
    /// no other account. A name that is nobody's is a request error: nothing found would read as nothing owed.
    /// </summary>
    public static IReadOnlyList<PersonAsked>? Find(Scope scope, IReadOnlyList<string>? names, Accounts accounts)
    {
        if (names is null)
        {
            return null;
        }
        var all = accounts.Seen(null).ToList();
        var known = all.Where(a => !a.IsEnded && a.District == scope.View.Code
            && (!scope.IsPartial || a.AgencyKey == scope.Caller.Account?.AgencyKey)).ToList();
        return [.. names.SelectMany(name => Of(scope, name, known, id => all.Find(a => a.Id == id)?.Name) is { Count: > 0 } found ? found
            : throw PlanNames.Unknown(new("人员", "person"), name, scope))];
    }

    private static List<PersonAsked> Of(Scope scope, string name, List<Account> known, Func<string, string?> nameOf) =>
    [
        .. known.Where(a => TitleKey.Same(a.Name, name))
            .Select(a => new PersonAsked(a.Name, a, new Caller(a.Role, a.Actor, a).OwnAgency(scope.Snapshot.View), nameOf)),
        .. scope.View.Own.Of<Expert>().Where(e => e.Form == ExpertForm.Person && Persons.AreOne(e.Name, name)).Take(1)
            .Select(e => new PersonAsked(e.Name, null, null, nameOf)),
    ];
}
