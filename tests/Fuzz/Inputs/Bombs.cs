using System.Text;

namespace Fuzz.Inputs;

/// <summary>Documents that are small to send and, for a careless server, large to answer: nested, repeated, multiplied.</summary>
public static class Bombs
{
    private const int Large = 300_000;

    public static string Next(SchemaModel schema, Chance chance)
    {
        var size = chance.OneIn(40) ? chance.Below(Large) : chance.Size(8_000);
        var field = chance.Pick(schema.Types[schema.Roots["query"]].Fields).Name;
        return chance.Below(14) switch
        {
            0 => Nested("{ a ", "}", size / 5),
            1 => $"{{ {field}(a: {Nested("[", "]", size / 2)}) }}",
            2 => $"{{ {field}(a: {Nested("{ a: ", "}", size / 6)}) }}",
            3 => $"query($a: {Nested("[", "]", size / 2, "Int")}) {{ __typename }}",
            4 => Nested("{ ...", "}", size / 6, "{ __typename }")[4..],
            5 => $"{{ {Repeated(_ => field + " ", size / 8)} }}",
            6 => $"{{ {Repeated(i => $"a{i}: __typename ", size / 16)} }}",
            7 => $"{{ __typename {Repeated(_ => chance.OneIn(2) ? "@skip(if: false) " : "@a ", size / 10)} }}",
            8 => Chain(schema, chance, size / 40),
            9 => Doubling(Math.Min(size / 50, 60)),
            10 => $"{{ __typename(a: \"{Repeated(_ => chance.Pick(["a", "\\n", "\\u0041", "規"]), size / 4)}\") }}",
            11 => $"{{ {field}(first: {Repeated(_ => "9", size)}) }}",
            12 => $"{{ __schema {{ types {{ {Nested("fields { type { ofType { ", "} } }", size / 30, "name")} }} }} }}",
            _ => Overlaps(Math.Min(size / 30, 3_000)),
        };
    }

    private static string Nested(string open, string close, int depth, string inside = "") =>
        Repeated(_ => open, depth) + inside + Repeated(_ => close, depth);

    private static string Repeated(Func<int, string> piece, int times)
    {
        var text = new StringBuilder();
        for (var i = 0; i < times; i++)
            text.Append(piece(i));
        return text.ToString();
    }

    // Each fragment spreads the next: as deep as there are fragments, at the root or below a field.
    private static string Chain(SchemaModel schema, Chance chance, int length)
    {
        var root = schema.Types[schema.Roots["query"]];
        var below = root.Fields.Where(field => schema.Types[field.Type.Name].Kind is "OBJECT" or "INTERFACE").ToArray();
        var field = chance.OneIn(2) ? null : chance.Pick(below);
        var type = field?.Type.Name ?? root.Name;
        var required =
            field?.Arguments
                .Where(argument => argument.IsRequired)
                .Select(argument =>
                    $"{argument.Name}: {(argument.Type.Wrappers.Contains('[') ? "[]" : argument.Type.Name == "Int" ? "1" : "\"1\"")}")
                    .ToArray() ?? [];
        var arguments = required.Length > 0 ? $"({string.Join(", ", required)})" : "";
        var head = field is null ? "{ ...F0 }" : $"{{ {field.Name}{arguments} {{ ...F0 }} }}";
        return $"{head} {Repeated(i => $"fragment F{i} on {type} {{ ...F{i + 1} }} ", length)} "
            + $"fragment F{length} on {type} {{ __typename }}";
    }

    // Each fragment spreads the next twice: 2^n visits.
    private static string Doubling(int length) =>
        $"{{ ...F0 }} {Repeated(i => $"fragment F{i} on Query {{ ...F{i + 1} x: __typename ...F{i + 1} }} ", length)} "
            + $"fragment F{length} on Query {{ __typename }}";

    private static string Overlaps(int times) =>
        $"{{ {Repeated(i => $"... on Query {{ a: __typename b{i % 3}: __typename(x: {i}) }} ", times)} }}";
}
