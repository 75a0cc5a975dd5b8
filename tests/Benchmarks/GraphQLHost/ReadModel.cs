using GraphQLEngine;
using Microsoft.Data.Sqlite;

namespace GraphQLHost;

public enum PlanStatus
{
    Draft,
    Approved,
    Active,
    Closed,
}

public sealed record Department(int Id, string Code, string Name, string Head);

public sealed record Indicator(int Id, string Name, string Unit, double Target, double? Actual, double Weight);

public sealed record Plan(int Id, string Code, string Title, PlanStatus Status,
    int Version, string StartDate, string EndDate, double Budget, Department Department)
{
    public Plan? Parent { get; set; }

    public List<Indicator> Indicators { get; } = [];
}

public sealed record PageInfo(bool HasNextPage, string? EndCursor);

public sealed record PlanEdge(Plan Node)
{
    public string Cursor => Node.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public sealed record PlanConnection(ArraySegment<Plan> Page, bool HasMore)
{
    public PlanEdge[] Edges => [.. Page.Select(plan => new PlanEdge(plan))];

    public Plan[] Nodes => [.. Page];

    public PageInfo PageInfo =>
        new(HasMore, Page.Count == 0 ? null : Page[^1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

[Resolves("Query")]
public static class QueryFields
{
    public static Plan? Plan(int id) => id >= 1 && id <= ReadModel.Plans.Length ? ReadModel.Plans[id - 1] : null;

    public static PlanConnection Plans(int? first, string? after)
    {
        var start = Math.Clamp(int.TryParse(after, out var last) ? last : 0, 0, ReadModel.Plans.Length);
        var count = Math.Clamp(first ?? 0, 0, ReadModel.Plans.Length - start);
        return new PlanConnection(new ArraySegment<Plan>(ReadModel.Plans, start, count), start + count < ReadModel.Plans.Length);
    }
}

/// <summary>Every plan in the order of its id, which begins at 1.</summary>
public static class ReadModel
{
    public static Plan[] Plans { get; private set; } = [];

    public static void Load(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        connection.Open();
        var departments = Read(connection, "select id, code, name, head from departments order by id",
            row => new Department(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3)))
            .ToDictionary(department => department.Id);
        var parents = new List<int?>();
        Plans = [.. Read(connection,
            "select id, code, title, status, version, start_date, end_date, budget, department_id, parent_id from plans order by id", row =>
        {
            parents.Add(row.IsDBNull(9) ? null : row.GetInt32(9));
            return new Plan(row.GetInt32(0), row.GetString(1), row.GetString(2), Enum.Parse<PlanStatus>(row.GetString(3), ignoreCase: true),
                row.GetInt32(4), row.GetString(5), row.GetString(6), row.GetDouble(7), departments[row.GetInt32(8)]);
        })];
        for (var i = 0; i < Plans.Length; i++)
            Plans[i].Parent = parents[i] is { } parent ? Plans[parent - 1] : null;
        foreach (var (plan, indicator) in Read(connection,
            "select plan_id, id, name, unit, target, actual, weight from indicators order by plan_id, id",
            row => (row.GetInt32(0), new Indicator(row.GetInt32(1), row.GetString(2), row.GetString(3),
                row.GetDouble(4), row.IsDBNull(5) ? null : row.GetDouble(5), row.GetDouble(6)))))
            Plans[plan - 1].Indicators.Add(indicator);
    }

    private static List<T> Read<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }
}
