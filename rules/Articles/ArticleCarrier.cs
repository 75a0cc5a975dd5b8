using PlanRegistry.Articles;
using PlanRegistry.Reviews;

namespace PlanRegistry.Rules.Articles;

/// <summary>What carries a paragraph, by its name: a rule's code, a parameter's key, a coordinate of the schema.</summary>
public sealed record ArticleCarrier(CarrierKind Kind, string Name, Text Words)
{
    public static ArticleCarrier Of(string name)
    {
        if (RuleBook.Find(name) is { } card)
        {
            return new(CarrierKind.Rule, name, card.Name);
        }
        if (PolicyKeys.Find(name) is { } key)
        {
            return new(CarrierKind.Policy, name, key.Label);
        }
        var (type, member) = name.Split('.') is [var t, var m] ? (t, m)
            : throw new InvalidOperationException($"'{name}' is no rule, no parameter and no coordinate of the schema.");
        return type switch
        {
            "Mutation" => new(CarrierKind.Command, name, member),
            nameof(ActType) => new(CarrierKind.Step, name, WordOf<ActType>(member)),
            nameof(DutyKind) => new(CarrierKind.Duty, name, WordOf<DutyKind>(member)),
            nameof(SubmissionPaper) => new(CarrierKind.Paper, name, WordOf<SubmissionPaper>(member)),
            _ => new(CarrierKind.Answer, name, name),
        };
    }

    private static Text WordOf<T>(string name) where T : struct, Enum => Names.TryParse<T>(name, out var value) ? Terms.Of(value)
        : throw new InvalidOperationException($"{typeof(T).Name} has no '{name}'.");
}
