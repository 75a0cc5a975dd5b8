using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Reviews;

/// <summary>
/// GET /calendar/KEY.ics: what an agency owes as iCalendar (RFC 5545), a whole day each. Calendars read it without signing in; what the
/// account that made the address does not see is not in it, and no secret plan ever.
/// </summary>
public static class CalendarPage
{
    private const int DaysBehind = 366;
    private const int DaysAhead = 732;
    private const int LongestKey = 100;

    /// <summary>As many as a calendar has, the nearest to today first.</summary>
    private const int Most = 1000;

    public static void MapCalendars(this WebApplication app) => app.MapGet("/calendar/{key}.ics", Answer);

    private static IResult Answer(string key, HttpContext http, CalendarFeeds feeds, Judgements judgements, TimeProvider clock)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        try
        {
            return key.Length <= LongestKey && feeds.Find(key) is var (feed, account) && ScopeOf(judgements, feed, account) is { } scope
                ? Results.Bytes(Encoding.UTF8.GetBytes(Write(scope, feed, clock.GetUtcNow())), "text/calendar; charset=utf-8")
                : Results.NotFound();
        }
        catch (SpokenException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static Scope? ScopeOf(Judgements judgements, CalendarFeed feed, PlanRegistry.Access.Account account)
    {
        var caller = new Caller(account.Role, account.Actor, account, held: account.GrantedAt is null ? Hold.Grant : null);
        return caller.May("District.duties") && judgements.Scope(feed.District, caller) is { } scope
            && caller.Sees(scope.Snapshot.View) ? scope : null;
    }

    private static string Write(Scope scope, CalendarFeed feed, DateTimeOffset now)
    {
        var day = scope.Snapshot.AsOf.Unwatched;
        var calendar = new Ical.Net.Calendar { ProductId = "-//PlanRegistry//NONSGML//ZH" };
        calendar.AddProperty("X-WR-CALNAME",
            $"{scope.View.Agency(new Key<Agency>(feed.District, feed.Agency))?.Name}规划待办事项");
        var duties = scope.Owed.Where(d => d.Agency?.Code == feed.Agency
            && !IsSecret(scope, d) && d.Due >= day.AddDays(-DaysBehind) && d.Due <= day.AddDays(DaysAhead)).ToList();
        foreach (var duty in duties.OrderBy(d => Math.Abs(d.Due.DayNumber - day.DayNumber))
            .ThenBy(d => d.Id, StringComparer.Ordinal).Take(Most))
        {
            calendar.Events.Add(EventOf(scope, duty, now));
        }
        if (duties.Count > Most)
        {
            calendar.AddProperty("X-WR-CALDESC", Digest.LeftOut(duties.Count - Most).Zh);
        }
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent EventOf(Scope scope, OwedDuty duty, DateTimeOffset now)
    {
        using var id = new TextHash();
        var state = duty.IsUndated ? "无法定期限" : Terms.Of(duty.State).Zh;
        var due = duty.DaySeenOn(scope.Snapshot.AsOf);
        return new CalendarEvent
        {
            Uid = $"{id.Add($"{scope.View.Code}").Add(duty.Id).ToHex()[..32]}@plan-registry",
            DtStamp = new CalDateTime(now.UtcDateTime, "UTC"),
            Start = new CalDateTime(duty.Reference ?? duty.Due),
            Summary = $"{Digest.Subject(scope.View, duty).Zh}（{state}{(due.Early is { } early ? $"，{early.Zh}" : "")}）",
            Description = string.Join('\n', duty.Missing().Select(m => m.Zh).Append(duty.Reason().Zh)
                .Concat(new[] { due.LeftInWords?.Zh, due.Note?.Zh }.OfType<string>())),
        };
    }

    private static bool IsSecret(Scope scope, OwedDuty duty) =>
        (duty.Plan is { } plan ? [plan] : duty.Finding?.Plans ?? []).Any(p => scope.Snapshot.Plan(p)?.Plan.IsSecret != false);
}
