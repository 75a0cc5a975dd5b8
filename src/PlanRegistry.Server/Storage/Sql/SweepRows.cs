using System.Data.Common;
using System.Globalization;
using Dapper;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Sweeping;

namespace PlanRegistry.Server.Storage.Sql;

/// <summary>Results of sweeps and what is still to be judged: <c>0031_sweeps.sql</c>.</summary>
internal static class SweepRows
{
    private const string Columns = "number, vector, name, day, holds_until, rules, mark, judged_at";

    /// <summary>From the index alone: each entry of it is looked at once, whatever the ledger is parted into.</summary>
    public static IReadOnlyDictionary<DistrictCode, int> Heads(DbConnection connection) =>
        connection.Query<(string District, int Seq)>("select district, max(seq) from ledger group by district")
            .ToDictionary(h => DistrictCode.Parse(h.District), h => h.Seq);

    public static IReadOnlyList<SweptResult> Results(DbConnection connection, DateOnly day, bool withCounts) => Read(connection,
        $"""
        select {Columns}, {(withCounts ? "counts" : "null")}
        from sweep_results r
        where day <= @day and counts is not null and not exists (
            select 1
            from sweep_results n
            where n.home = r.home and n.day <= @day and n.counts is not null and (n.day, n.number) > (r.day, r.number))
        order by home
        """, new { day = Written(day) });

    public static IReadOnlyList<SweptResult> ResultsAfter(DbConnection connection, int number) => Read(connection,
        $"select {Columns}, counts from sweep_results where number > @number and counts is not null order by number", new { number });

    public static SweptResult? Last(DbConnection connection, DistrictCode district) => Read(connection,
        $"select {Columns}, null from sweep_results where home = @home order by day desc, number desc limit 1",
        new { home = district.Value }).SingleOrDefault();

    public static int LastNumber(DbConnection connection) =>
        connection.ExecuteScalar<int?>("select max(number) from sweep_results") ?? 0;

    public static string? VectorOf(DbConnection connection, int number) =>
        connection.ExecuteScalar<string?>("select vector from sweep_results where number = @number", new { number });

    public static IReadOnlyList<SweptChange> ChangesAfter(DbConnection connection, int number, int limit) =>
        [.. connection.Query<(int Number, string Vector, string Day, string BeforeVector, string BeforeDay)>(
            """
            select number, vector, day, before_vector, before_day
            from sweep_results
            where number > @number and before_vector is not null
            order by number
            limit @limit
            """, new { number, limit }).Select(c => new SweptChange(c.Number, Vector.Parse(c.Vector), DayOf(c.Day),
                Vector.Parse(c.BeforeVector), DayOf(c.BeforeDay)))];

    public static void Enlist(DbConnection connection, DateOnly day, IEnumerable<DistrictCode> districts) => connection.Execute(
        "insert into sweep_work (day, home) values (@day, @home) on conflict do nothing",
        districts.Select(d => new { day = Written(day), home = d.Value }));

    public static int Left(DbConnection connection, DateOnly day) =>
        connection.ExecuteScalar<int>("select count(*) from sweep_work where day = @day", new { day = Written(day) });

    /// <param name="locking">How the row is kept from others.</param>
    public static DistrictCode? Next(DbConnection connection, DateOnly day, IEnumerable<DistrictCode> without, string locking) =>
        connection.ExecuteScalar<string?>(
            $"select home from sweep_work where day = @day and @without not like '%' || home || '%' order by home limit 1 {locking}",
            new { day = Written(day), without = string.Join(' ', without) }) is { } home ? DistrictCode.Parse(home) : null;

    public static void Done(DbConnection connection, DateOnly day, DistrictCode district) => connection.Execute(
        "delete from sweep_work where day = @day and home = @home", new { day = Written(day), home = district.Value });

    /// <summary>Nobody else keeps one meanwhile. Of earlier ones, the last of a month stays to be asked for.</summary>
    public static void Keep(DbConnection connection, SweptResult result, SweptResult? before)
    {
        // What is judged of a day gone by is no news.
        var isNews = before is not null && before.Day <= result.Day && before.Mark != result.Mark;
        var values = new
        {
            number = LastNumber(connection) + 1, home = result.District.Value, result.Name, day = Written(result.Day),
            vector = result.Vector.ToString(),
            holdsUntil = result.HoldsUntil is { } until ? Written(until) : null, result.Rules, result.Mark,
            counts = SweptText.Write(result.Counts!), judgedAt = Moment.Write(result.JudgedAt),
            beforeVector = isNews ? before!.Vector.ToString() : null, beforeDay = isNews ? Written(before!.Day) : null,
        };
        connection.Execute(
            """
            insert into sweep_results (number, home, name, day, vector, holds_until, rules, mark, counts, judged_at,
                before_vector, before_day)
            values (@number, @home, @Name, @day, @vector, @holdsUntil, @Rules, @Mark, @counts, @judgedAt, @beforeVector, @beforeDay)
            """, values);
        var replaced = connection.Query<(int Number, string Day)>(
            "select number, day from sweep_results where home = @home and number < @number and day <= @day and counts is not null", values)
            .Where(r => r.Day == values.day || DayOf(r.Day).AddDays(1).Day != 1).Select(r => new { r.Number });
        connection.Execute("update sweep_results set counts = null where number = @Number", replaced);
    }

    public static void Forget(DbConnection connection, DateOnly before)
    {
        connection.Execute("delete from sweep_results where day < @before and counts is null", new { before = Written(before) });
        connection.Execute("delete from sweep_work where day < @before", new { before = Written(before) });
    }

    private static IReadOnlyList<SweptResult> Read(DbConnection connection, string sql, object values)
    {
        using var reader = connection.ExecuteReader(sql, values);
        var results = new List<SweptResult>();
        while (reader.Read())
        {
            results.Add(new SweptResult(reader.GetInt32(0), Vector.Parse(reader.GetString(1)), reader.GetString(2),
                DayOf(reader.GetString(3)), reader.IsDBNull(4) ? null : DayOf(reader.GetString(4)), reader.GetString(5),
                reader.GetString(6), Moment.Read(reader.GetString(7)), reader.IsDBNull(8) ? null : SweptText.Read(reader.GetString(8))));
        }
        return results;
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly DayOf(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
