using System.Text;

namespace Fuzz.Inputs;

/// <summary>Documents that are small to send and, for a careless server, large to answer: nested, repeated, multiplied.</summary>
public static class Bombs
{
    public static string Next(SchemaModel schema, Chance chance, int bytes)
    {
        var size = chance.Size(bytes);
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
            8 => Chain(size / 40),
            9 => Doubling(Math.Min(size / 50, 60)),
            10 => $"{{ __typename(a: \"{Repeated(_ => chance.Pick(["a", "\\n", "\\u0041", "規"]), size / 4)}\") }}",
            11 => $"{{ {field}(first: {Repeated(_ => "9", size)}) }}",
            12 => $"{{ __schema {{ types {{ {Nested("fields { type { ofType { ", "} } }", size / 30, "name")} }} }} }}",
            _ => Overlaps(Math.Min(size / 30, 3_000)),
        };
    }

    private static string Nested(string open, string close, int depth, string inside = "") => Repeated(_ => open, depth) + inside + Repeated(_ => close, depth);

    private static string Repeated(Func<int, string> piece, int times)
    {
        var text = new StringBuilder();
        for (var i = 0; i < times; i++)
            text.Append(piece(i));
        return text.ToString();
    }

    // Each fragment spreads the next: as deep as there are fragments.
    private static string Chain(int length) => $"{{ ...F0 }} {Repeated(i => $"fragment F{i} on Query {{ ...F{i + 1} }} ", length)} fragment F{length} on Query {{ __typename }}";

    // Each fragment spreads the next twice: 2^n visits.
    private static string Doubling(int length) => $"{{ ...F0 }} {Repeated(i => $"fragment F{i} on Query {{ ...F{i + 1} x: __typename ...F{i + 1} }} ", length)} fragment F{length} on Query {{ __typename }}";

    private static string Overlaps(int times) => $"{{ {Repeated(i => $"... on Query {{ a: __typename b{i % 3}: __typename(x: {i}) }} ", times)} }}";
}
