using GraphQLEngine;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.GraphQL;

[Resolves("Problem")]
public static class ProblemFields
{
    public static string Code(Problem problem) => Names.Of(problem.Code);

    public static string? Clause(Problem problem) => problem.Clause is { } clause ? Wording.Clause(clause) : null;

    public static string Message(Problem problem, Language? language, [Service] Reader reader) => reader.Told(problem.Message, language);
}
