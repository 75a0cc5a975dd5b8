using PlanRegistry.Access;
using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Access;

/// <summary>Which role and scope an account may have, and who gives them.</summary>
public sealed partial class Accounts
{
    /// <summary>
    /// 授权: the account has this role and scope from now on, and no other; sockets of what it was go. Where the three administrators are
    /// apart, what a system administrator has asked for counts only by it.
    /// </summary>
    public Invitation Grant(string id, AccountForm asked, Account? by) => Change(id, by, (rows, account) =>
    {
        var form = asked with { Name = account.Name };
        if ((id == by?.Id ? AccessWords.NotToOneself : Objection(form, by)) is { } objection)
        {
            return new(null, null, objection);
        }
        var granted = account with
        {
            Role = form.Role, District = DistrictCode.Parse(form.District), Agency = AgencyOf(form), Post = form.Post,
            GrantedAt = clock.GetUtcNow(),
        };
        var loses = granted.Role != Role.Admin || (settings.AdminsApart && granted.Post != account.Post);
        if ((loses && AdminsApart.IsLast(rows, account, settings) ? LastAdmin(account) : OtherPost(rows, granted)) is { } problem)
        {
            return new(null, null, problem);
        }
        rows.Save(granted);
        rows.EndCalendars(account.Id, agency: null, clock.GetUtcNow());
        rows.Note(clock.GetUtcNow(), AccessEvent.RoleGranted, by, about: Told(granted), district: granted.District);
        rows.RaiseEpoch();
        return new Invitation(granted, null, null);
    });

    private static string Told(Account account) => string.Join(' ', new[]
    {
        account.Id, Names.Of(account.Role), account.Post is { } post ? Names.Of(post) : null, account.District.Value, account.Agency,
    }.OfType<string>());

    private Problem? Objection(AccountForm form, Account? by, bool isProgram = false)
    {
        if (string.IsNullOrWhiteSpace(form.Name) || Placeholders.Has(form.Name))
        {
            return AccessWords.NoName;
        }
        if (Cells.Unfit(new("name", "姓名"), form.Name, 100) is { } unfit)
        {
            return unfit with { Path = ["name"] };
        }
        if (form.Role is Role.Public or Role.Operator)
        {
            return AccessWords.NoSuchRole;
        }
        if (!DistrictCode.TryParse(form.District, out var district) || registry.View(district) is not { District: not null })
        {
            // An administrator is wanted before there is anything to administrate.
            return form.Role == Role.Admin && by is null && DistrictCode.TryParse(form.District, out _)
                ? null : AccessWords.UnknownDistrict(form.District);
        }
        if (!IsFor(by, district))
        {
            return AccessWords.OutsideDistrict;
        }
        return (form.Agency is { } agency ? AgencyOf(form) is null ? AccessWords.UnknownAgency(agency) : null
            : form.Role == Role.Department ? AccessWords.AgencyNeeded : null) ?? (isProgram ? null : PostObjection(form));
    }

    private Problem? PostObjection(AccountForm form) =>
        form.Post is not null && form.Role != Role.Admin ? AccessWords.PostOfOthers
        : form.Post is null && form.Role == Role.Admin && settings.AdminsApart ? AccessWords.PostNeeded
        : null;

    /// <summary>Nobody has two of the three posts, by a second account either.</summary>
    private static Problem? OtherPost(IAccessRows rows, Account account) => account.Post is null ? null
        : rows.Accounts().FirstOrDefault(a => a.Id != account.Id && !a.IsEnded && a.Post is { } post && post != account.Post
            && Persons.AreOne(a.Name, account.Name)) is { } other ? AccessWords.HasOtherPost(other) : null;

    private Problem LastAdmin(Account account) =>
        settings.AdminsApart && account.Post is { } post ? AccessWords.LastOfPost(post) : AccessWords.LastAdmin;

    /// <summary>By its code, name or alias.</summary>
    private string? AgencyOf(AccountForm form) => form.Agency is { } named && registry.View(DistrictCode.Parse(form.District)) is { } view
        ? view.Of<Agency>().Where(a => a.Code == named || TitleKey.Same(a.Name, named)
            || (a.Aliases ?? []).Any(alias => TitleKey.Same(alias, named))).Select(a => a.Code).Take(2).ToList() is [var code] ? code : null
        : null;

    /// <summary>The command line's is everything; an administrator's the own district and those below it.</summary>
    private bool IsFor(Account? by, DistrictCode district) => by is null || by.District == district
        || (by.District.Tier != PlanTier.District && registry.View(district) is { } view && view.Chain.Any(d => d.District == by.District));
}
