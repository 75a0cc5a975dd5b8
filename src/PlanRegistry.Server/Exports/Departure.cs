using PlanRegistry.Access;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Exports;

/// <summary>A file and what it is called, or why there is none.</summary>
public sealed record Exported(Stream? Content, string Name, int Status = StatusCodes.Status200OK, Text Refusal = default);

/// <summary>What all files have in common that leave the registry: the view that was shown, and the note in the access journal.</summary>
public sealed class Departure(Reach reach, IAccessStorage access, TimeProvider clock)
{
    /// <summary>How long the access journal is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The state that the page was read in, as long as it is kept. A moment that was given has one state and no other.</summary>
    public Scope? AsShown(Scope now, string? shown) => shown is null || shown == now.View.Vector.ToString() ? now
        : now.GivenKnownAt is null && Vector.TryParse(shown, out var vector) && vector.District == now.View.Code
            && reach.Judgements.AtHand(vector, now.Snapshot.AsOf.Unwatched) is { } snapshot
                ? now.On(snapshot, now.GivenAsOf, now.GivenKnownAt)
        : null;

    /// <summary>Nothing leaves that the access journal does not tell: what refuses it, or null.</summary>
    public Exported? Note(string about, DistrictCode? district, string? address)
    {
        try
        {
            access.Write(Patience, rows =>
            {
                rows.Note(clock.GetUtcNow(), AccessEvent.Exported, reach.Caller.Account, reach.Caller.Actor.Name, about, district, address);
                return true;
            });
            return null;
        }
        catch (StorageException e)
        {
            return Refuse(StatusCodes.Status503ServiceUnavailable, e.Code == StorageException.Busy
                ? new("访问日志暂时无法写入，未导出；请稍后重试。", "The access journal cannot be written to now: nothing was exported; try again later.")
                : e.Sentence);
        }
    }

    /// <summary>Which district, both clocks, the ledgers' heads, who and when, and how many rows of how many.</summary>
    /// <param name="ledger">In place of the view's own, which a trial has none of.</param>
    public Text SourceOf(Scope scope, int rows, int all, Text? ledger = null)
    {
        var (name, day) = (scope.View.District!.Name, scope.Snapshot.AsOf.Unwatched.InWords());
        var vector = ledger ?? new Text($"{scope.View.Vector}", $"{scope.View.Vector}");
        var made = clock.GetUtcNow().ToTheSecond();
        var (known, now) = ((scope.GivenKnownAt ?? made).InWords(), made.InWords());
        return new(
            $"规划登记册·{name}；评估日{day.Zh}；所知时点{known.Zh}；台账{vector.Zh}；{reach.Caller.Actor.Name}于{now.Zh}导出；所列{rows}行，共{all}行。",
            $"Plan registry · {name}; as of {day.En}; known at {known.En}; ledger {vector.En}; "
                + $"exported by {reach.Caller.Actor.Name}, {now.En}; {rows} rows of {all}.");
    }

    /// <summary>Of which district a form is, who made it and when; and what becomes of it.</summary>
    public Text MadeBy(Scope scope)
    {
        var (name, now) = (scope.View.District!.Name, clock.GetUtcNow().ToTheSecond().InWords());
        return new($"规划登记册·{name}；{reach.Caller.Actor.Name}于{now.Zh}下载；填好后在征求意见页面上传，或者报送征求单位。",
            $"Plan registry · {name}; downloaded by {reach.Caller.Actor.Name}, {now.En}; "
                + "when it is filled in, upload it on the page of consultations or send it to who asks.");
    }

    /// <summary>What is none of the caller's, or is not there.</summary>
    public static Exported NotTheirs(Caller caller) => Refuse(caller.WhyStatus, caller.Why);

    public static Exported Refuse(int status, Text sentence) => new(null, "", status, sentence);

    public static bool TryDay(string? text, out DateOnly? day)
    {
        day = PartialDate.TryParse(text, out var date) && date.IsExact ? date.First : null;
        return text is null || day is not null;
    }

    public static bool TryMoment(string? text, out DateTimeOffset? moment)
    {
        moment = text is not null && DateTimeScalar.TryRead(text, out var at) ? at : null;
        return text is null || moment is not null;
    }
}
