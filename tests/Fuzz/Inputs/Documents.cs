using System.Text;

namespace Fuzz.Inputs;

/// <summary>
/// Documents of a schema that are nearly all valid, so that what lies behind
/// validation is reached: compilation, coercion, execution, resolvers.
/// </summary>
public sealed class Documents(SchemaModel schema, IReadOnlyList<string> words, Chance chance)
{
    private const int MaxDepth = 6;

    private readonly Values _values = new(schema, words, chance);
    private readonly List<(string Name, TypeModel Type, string Default)> _variables = [];
    private readonly StringBuilder _fragments = new();
    private int _names;

    /// <summary>The document, and JSON for its variables.</summary>
    public (string Text, string Variables) Next()
    {
        var kind = chance.Pick(["query", "query", "query", "mutation", "subscription"]);
        if (!schema.Roots.TryGetValue(kind, out var root))
            (kind, root) = ("query", schema.Roots["query"]);
        var selections = kind == "subscription" && !chance.OneIn(5)
            ? $"{{ {Field(chance.Pick(schema.Types[root].Fields), MaxDepth - 2, mayDefine: true)} }}"
            : Selections(schema.Types[root], 0, mayDefine: true);
        var variables = string.Join(", ", _variables.Select(variable => $"${variable.Name}: {variable.Type}{variable.Default}"));
        var head = variables == "" && kind == "query" && chance.OneIn(2) ? "" : $"{kind} Op{(variables == "" ? "" : $"({variables})")} ";
        var given = _variables.Where(variable => !chance.OneIn(6) || (_values.IsClean && variable.Type.IsRequired))
            .Select(variable => $"\"{variable.Name}\": {_values.Of(variable.Type, isJson: true)}");
        return ($"{head}{selections}{_fragments}", $"{{{string.Join(", ", given)}}}");
    }

    private string Selections(NamedModel type, int depth, bool mayDefine)
    {
        var selections = Enumerable.Range(0, 1 + chance.Below(depth == 0 ? 2 : 5)).Select(_ => Selection(type, depth, mayDefine));
        return $"{{ {string.Join(' ', selections)} }}";
    }

    private string Selection(NamedModel type, int depth, bool mayDefine)
    {
        var choice = chance.Below(20);
        if (depth > 0 && choice == 0)
            return "__typename";
        if (choice == 1 && depth < MaxDepth)
            return $"... on {Condition(type).Name}{Directive(mayDefine)} {Selections(Condition(type), depth + 1, mayDefine)}";
        if (choice == 2 && depth < MaxDepth && mayDefine)
            return Spread(type, depth);
        if (choice == 3 && depth == 0)
            return $"{(chance.OneIn(2) ? "__schema" : "__type(name: \"Query\")")} "
                + $"{Selections(schema.Types[chance.OneIn(9) ? "__Schema" : "__Type"], depth + 2, mayDefine: false)}";
        var fields = depth < MaxDepth ? type.Fields : [.. type.Fields.Where(field => IsLeaf(field.Type))];
        return fields.Length == 0 ? "__typename" : Field(chance.Pick(fields), depth, mayDefine);
    }

    private string Spread(NamedModel type, int depth)
    {
        var (name, condition) = ($"F{_names++}", Condition(type));
        var body = Selections(condition, depth + 1, mayDefine: false);
        _fragments.Append($" fragment {name} on {condition.Name} {body}");
        return $"...{name}{Directive(mayDefine: false)}";
    }

    private string Field(FieldModel field, int depth, bool mayDefine)
    {
        var given = field.Arguments.Where(argument => argument.IsRequired || chance.OneIn(Rarity(argument.Name)))
            .Select(argument => $"{argument.Name}: {Value(argument.Type, mayDefine)}").ToArray();
        var alias = given.Length > 0 || chance.OneIn(6) ? $"a{_names++}: " : "";
        var arguments = given.Length > 0 ? $"({string.Join(", ", given)})" : "";
        return $"{alias}{field.Name}{arguments}{Directive(mayDefine)}"
            + (IsLeaf(field.Type) ? "" : " " + Selections(schema.Types[field.Type.Name], depth + 1, mayDefine));
    }

    // A page has a size from one end.
    private int Rarity(string argument) =>
        argument switch { "first" => 1, "last" or "before" or "after" when _values.IsClean => int.MaxValue, _ => 3 };

    private string Value(TypeModel type, bool mayDefine)
    {
        if (!mayDefine || !chance.OneIn(3))
            return _values.Of(type, isJson: false);
        var name = $"v{_variables.Count}";
        _variables.Add((name, type, !type.IsRequired && chance.OneIn(4) ? $" = {_values.Of(type, isJson: false)}" : ""));
        return "$" + name;
    }

    private string Directive(bool mayDefine) =>
        chance.OneIn(20) ? $" @{chance.Pick(["skip", "include"])}(if: {Value(new TypeModel("Boolean", "!"), mayDefine)})" : "";

    private NamedModel Condition(NamedModel type) => chance.OneIn(15) ? chance.Pick([.. schema.Types.Values])
        : type.PossibleTypes.Length > 0 ? schema.Types[chance.Pick(type.PossibleTypes)] : type;

    private bool IsLeaf(TypeModel type) => schema.Types[type.Name].Kind is "SCALAR" or "ENUM";
}
