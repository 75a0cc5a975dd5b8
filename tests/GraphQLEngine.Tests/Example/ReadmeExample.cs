namespace GraphQLEngine.Tests.Example;

// The README's example. ReadmeTests holds the two together.

public sealed record Plan(string Code, string Title, PlanStatus Status, string LeadCode);

public sealed record Agency(string Code, string Name);

public enum PlanStatus
{
    Drafting,
    InForce,
}

public sealed class Registry
{
    private readonly Plan[] _plans = [new("DEV-2021", "Outline", PlanStatus.InForce, "NDRC"), new("EDU-2021", "Education", PlanStatus.Drafting, "EDU")];

    public IEnumerable<Plan> Plans => _plans;

    public Plan? Plan(string code) => Array.Find(_plans, plan => plan.Code == code);

    public Agency Agency(string code) => new(code, $"Agency {code}");
}

[Resolves("Query")]                                             // a root type: no parent parameter
public static class QueryFields
{
    public static Plan? Plan(string code, [Service] Registry registry) => registry.Plan(code);

    public static IEnumerable<Plan> Plans(int first, [Service] Registry registry) => registry.Plans.Take(first);
}

[Resolves("Plan")]                                              // the fields that are no properties of Plan
public sealed class PlanFields(Registry registry)               // an instance comes from the request's services
{
    public Agency Lead(Plan plan) => registry.Agency(plan.LeadCode);

    public string Label(Plan plan, string prefix) => plan.Status == PlanStatus.InForce ? prefix + plan.Title : throw new GraphQLException("It is a draft.", "DRAFT");
}

public static class Readme
{
    public const string Sdl = """
        type Query {
          plan(code: String!): Plan
          plans(first: Int!): [Plan!]! @listSize(slicingArguments: ["first"])
        }
        type Plan { code: String! title: String! status: PlanStatus! lead: Agency! label(prefix: String! = "- "): String }
        type Agency { code: String! name: String! }
        enum PlanStatus { DRAFTING IN_FORCE }
        """;

    public static Schema Build() => Schema.Build([new SdlDocument("plan.graphql", Sdl)], binding => binding
        .Resolvers(typeof(QueryFields)).Resolvers(typeof(PlanFields))
        .Argument<string>("Query.plan(code:)", code => code.Length < 20 ? null : $"\"{code}\" is no plan's code."));

    public static string Ask(IServiceProvider services) => Build().ExecuteToJson("""{ plan(code: "DEV-2021") { title status lead { name } label } }""", services: services);
}
