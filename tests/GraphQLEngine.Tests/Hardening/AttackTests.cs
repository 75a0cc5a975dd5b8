using System.Text.Json;
using static GraphQLEngine.Tests.Hardening.AttackSchema;

namespace GraphQLEngine.Tests.Hardening;

/// <summary>Documents and variables made to hurt, against the limits as they are by default. The work done shows that each is ended early: far below what it asked for.</summary>
public class AttackTests
{
    private static readonly Schema Schema = Build();

    public static TheoryData<string, string, string, string> Attacks() => new()
    {
        { "5,000 nested selections", Repeat("{ plan ", 5_000) + Repeat("}", 5_000), "Syntax Error: Document is nested deeper than 64 levels. Parsing aborted.", "129 tokens, 0 comparisons, 0 spreads, 0 fields" },
        { "5,000 nested lists", $"{{ plan(id: {Repeat("[", 5_000)}", "Syntax Error: Document is nested deeper than 64 levels. Parsing aborted.", "69 tokens, 0 comparisons, 0 spreads, 0 fields" },
        { "3,000 nested objects", $"{{ plan(id: {Repeat("{a:", 3_000)}", "Syntax Error: Document is nested deeper than 64 levels. Parsing aborted.", "195 tokens, 0 comparisons, 0 spreads, 0 fields" },
        { "5,000 nested list types", $"query ($a: {Repeat("[", 5_000)}", "Syntax Error: Document is nested deeper than 64 levels. Parsing aborted.", "70 tokens, 0 comparisons, 0 spreads, 0 fields" },
        { "100,000 tokens", $"{{ plan(id: [{Repeat("1 ", 100_000)}]) {{ id }} }}", "Syntax Error: Document contains more than 10000 tokens. Parsing aborted.", "10001 tokens, 0 comparisons, 0 spreads, 0 fields" },
        { "8,000 fields", $"{{ plan {{ {Repeat("id ", 8_000)} }} }}", "Syntax Error: Document contains more than 2000 fields. Parsing aborted.", "2003 tokens, 0 comparisons, 0 spreads, 0 fields" },
        { "1,500 aliases", $"{{ plan {{ {Each(1_500, i => $"a{i}: id ")} }} }}", "Syntax Error: Document contains more than 50 aliases. Parsing aborted.", "156 tokens, 0 comparisons, 0 spreads, 0 fields" },
        { "1,000 directives at one place", $"{{ plan {Repeat("@a ", 1_000)} {{ id }} }}", "Syntax Error: There are more than 4 directives at one place. Parsing aborted.", "11 tokens, 0 comparisons, 0 spreads, 0 fields" },
        { "1,900 directives in all", $"{{ plan {{ {Repeat("id @a ", 1_900)} }} }}", "Syntax Error: Document contains more than 50 directives. Parsing aborted.", "155 tokens, 0 comparisons, 0 spreads, 0 fields" },
        { "11 aliases of a root field", $"{{ {Each(11, i => $"a{i}: plan {{ id }} ")} }}", "Field \"Query.plan\" has more than 10 aliases.", "68 tokens, 11 comparisons, 0 spreads, 22 fields" },
        { "recursion through the schema", "{ plan " + Repeat("{ parent ", 60) + "{ id }" + Repeat("}", 60) + " }", "Field \"Plan.parent\" stands more than 3 times on one path.", "186 tokens, 0 comparisons, 0 spreads, 5 fields" },
        { "depth by several ways", "{ plan { parent { superiors { plan { parent { superiors { plan { parent { superiors { plan { children(first: 1) { children(first: 1) { id } } } } } } } } } } } } }", "Field \"Plan.id\" is nested deeper than 12 levels.", "49 tokens, 0 comparisons, 0 spreads, 13 fields" },
        { "the same object 600 times", $"{{ {Repeat("plan { parent { id } } ", 600)} }}", "Too many fields share a response name. Validation aborted.", "4202 tokens, 100001 comparisons, 0 spreads, 0 fields" },
        { "fragments that double 14 times", FragmentBomb(14), "The operation spreads more than 1000 fragments, nested spreads counted each time.", "280 tokens, 497 comparisons, 1001 spreads, 1505 fields" },
        { "a large fragment spread 900 times", $"{{ plan {{ {Repeat("...F ", 900)} }} }} fragment F on Plan {{ {Repeat("id ", 1_900)} }}", "The operation selects more than 50000 fields, those of fragments counted each time.", "3711 tokens, 1901 comparisons, 27 spreads, 50001 fields" },
        { "490 operations that spread 490 fragments", Each(490, i => $"query Q{i} {{ ...F0 }} ") + Each(490, i => $"fragment F{i} on Query {{ ...F{i + 1} }} ") + "fragment F490 on Query { __typename }", "The document spreads too many fragments in too many operations. Validation aborted.", "6867 tokens, 0 comparisons, 0 spreads, 0 fields" },
        { "fragments in a circle", "{ plan { ...A } } fragment A on Plan { ...B } fragment B on Plan { ...A }", "Cannot spread fragment \"A\" within itself via \"B\".", "23 tokens, 0 comparisons, 0 spreads, 0 fields" },
        { "fields of types of fields", "{ __schema { types { fields { type { fields { name } } } } } }", "Field \"__Type.fields\" stands more than once on one path.", "18 tokens, 0 comparisons, 0 spreads, 5 fields" },
        { "ofType 40 times", "{ __schema { types " + Repeat("{ ofType ", 40) + "{ name }" + Repeat("}", 40) + " } }", "Field \"__Type.ofType\" stands more than 16 times on one path.", "129 tokens, 0 comparisons, 0 spreads, 19 fields" },
        { "1,900 unknown fields", $"{{ plan {{ {Each(1_900, i => $"no{i} ")} }} }}", "Too many validation errors, error limit reached. Validation aborted.", "1905 tokens, 1900 comparisons, 0 spreads, 0 fields" },
        { "1,900 root fields of a subscription", $"subscription {{ {Each(1_900, i => $"no{i} ")} }}" + Repeat("#\n", 50_000), "Too many validation errors, error limit reached. Validation aborted.", "1903 tokens, 1900 comparisons, 0 spreads, 0 fields" },
        { "a name of 200,000 letters", $"{{ {Repeat("plan", 50_000)} }}", $"Cannot query field \"{Repeat("plan", 50_000)}"[..2_000] + "...", "3 tokens, 0 comparisons, 0 spreads, 0 fields" },
        { "a page of pages of pages", "{ plans(first: 100) { nodes { children(first: 100) { children(first: 100) { id } } } } }", "The operation's type cost of 1010101 is above the limit of 5000.", "30 tokens, 0 comparisons, 0 spreads, 5 fields" },
        { "a page missing in a fragment spread 900 times", $"{{ ...F {Repeat("...F ", 900)} }} fragment F on Query {{ plans {{ nodes {{ id }} }} }}", "Field \"Query.plans\" needs \"first\" or \"last\", as literal or variable, between 1 and 100.", "1817 tokens, 1 comparisons, 901 spreads, 2703 fields" },
    };

    // A spreads B twice, B spreads C twice ...: 2^n visits.
    private static string FragmentBomb(int depth) =>
        "{ plan { ...F0 } } " + Each(depth, i => $"fragment F{i} on Plan {{ parent {{ id }} ...F{i + 1} ... on Plan {{ ...F{i + 1} }} }} ") + $"fragment F{depth} on Plan {{ id }}";

    [Theory]
    [MemberData(nameof(Attacks))]
    public void A_document_is_refused_before_anything_runs(string name, string query, string message, string work)
    {
        var refused = Attack(Schema, query);
        refused.Message.Should().Be(message, name);
        refused.WorkDone.Should().Be(work, name);
        refused.Code.Should().BeOneOf(ErrorCodes.LimitExceeded, ErrorCodes.ValidationFailed, ErrorCodes.CostLimitExceeded, ErrorCodes.BadUserInput);
        refused.ResponseBytes.Should().BeLessThan(100_000, name);
    }

    [Fact]
    public void Wrong_values_without_end_are_told_up_to_a_bound()
    {
        var refused = Attack(Schema, "query ($f: Filter) { find(filter: $f) }", $$$"""{"f":{"and":[{{{string.Join(',', Enumerable.Repeat("{\"year\":\"x\"}", 15_000))}}}]}}""");
        (refused.Code, refused.Message, refused.Errors).Should().Be((ErrorCodes.BadUserInput, "Too many errors processing variables, error limit reached. Execution aborted.", 51));
    }

    [Fact]
    public void Unknown_fields_of_one_large_object_do_not_print_it_each_time()
    {
        var refused = Attack(Schema, "query ($f: Filter) { find(filter: $f) }", "{\"f\":{" + Each(20_000, i => $"\"a{i}\":1,") + "\"b\":1}}");
        (refused.Code, refused.Errors).Should().Be((ErrorCodes.BadUserInput, 51));
        refused.ResponseBytes.Should().BeLessThan(60_000);
    }

    [Fact]
    public void Many_variables_and_many_values_do_not_multiply()
    {
        var query = $"query ({Each(1_200, i => $"$v{i}: ID! ")}) {{ find(ids: [{Each(1_200, i => $"$v{i} ")}]) }}";
        var refused = Attack(Schema, query, $"{{{Each(20_000, i => $"\"a{i}\":1,")}\"b\":1}}");
        (refused.Code, refused.Errors).Should().Be((ErrorCodes.BadUserInput, 51));
    }

    [Fact]
    public void A_long_name_of_a_variable_is_not_repeated_in_full()
    {
        var name = Repeat("long", 20_000);
        var refused = Attack(Schema, $"query (${name}: [ID!]) {{ find(ids: ${name}) }}", $$"""{"{{name}}":[{{string.Join(',', Enumerable.Repeat("true", 100))}}]}""");
        refused.Message.Should().Be("Too many errors processing variables, error limit reached. Execution aborted.");
        refused.ResponseBytes.Should().BeLessThan(20_000);
    }

    [Fact]
    public void A_refused_document_is_not_prepared_again()
    {
        var schema = Build();
        for (var i = 0; i < 20; i++)
            schema.ExecuteToJson(FragmentBomb(12).Replace("id", "nope", StringComparison.Ordinal));
        schema.Executor.Preparations.Should().Be(1);
    }

    [Fact]
    public void Small_documents_with_large_plans_do_not_fill_the_memory()
    {
        var schema = TestSchema.Build("type Query { one: Int }", new EngineOptions { DocumentCacheBytes = 500_000, Limits = new Limits { MaxRootFieldAliases = 50 } }, typeof(OneFields));
        for (var i = 0; i < 500; i++)
            schema.ExecuteToJson($"{{ {Each(40, j => $"a{i}x{j}: one ")} ...F ...F }} fragment F on Query {{ b{i}: one }}");
        schema.Executor.CachedBytes.Should().BeInRange(100_000, 550_000);
        schema.Executor.CachedDocuments.Should().BeInRange(1, 40);
    }

    [Theory]
    [InlineData("{ ...F0 }", "Query")]
    [InlineData("{ plan { ...F0 } }", "Plan")]
    public void A_chain_of_fragments_never_fills_the_stack(string operation, string type)
    {
        var chain = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"fragment F{i} on {type} {{ ...F{i + 1} }} "));
        var json = "";
        // A small stack, as on Windows, and no limits: an overflow would end the process.
        var thread = new Thread(() => json = Build(Limits.None).ExecuteToJson($"{operation} {chain} fragment F3000 on {type} {{ __typename }}"), 1024 * 1024);
        thread.Start();
        thread.Join();
        json.Should().Contain("\"message\":\"The operation nests more than 1000 selection sets, those of fragments counted.\"").And.Contain("\"code\":\"LIMIT_EXCEEDED\"").And.NotContain("\"data\"");
    }

    [Resolves("Query")]
    public static class OneFields
    {
        public static int? One() => 1;
    }

    [Theory]
    [InlineData("{ plans { nodes { id } } }", null, "Field \"Query.plans\" needs \"first\" or \"last\", as literal or variable, between 1 and 100.")]
    [InlineData("{ plans(first: 1, last: 1) { nodes { id } } }", null, "Field \"Query.plans\" takes only one of \"first\" or \"last\", as literal or variable.")]
    [InlineData("{ plans(first: 101) { nodes { id } } }", null, "Argument \"Query.plans(first:)\" must be between 1 and 100, as literal or variable, but is 101.")]
    [InlineData("query ($n: Int) { plans(last: $n) { nodes { id } } }", """{"n":0}""", "Argument \"Query.plans(last:)\" must be between 1 and 100, as literal or variable, but is 0.")]
    [InlineData("query ($n: Int) { plans(first: $n) { nodes { id } } }", "{}", "Field \"Query.plans\" needs \"first\" or \"last\", as literal or variable, between 1 and 100.")]
    public void A_list_that_can_grow_is_asked_for_in_pages(string query, string? variables, string message)
    {
        var refused = Attack(Schema, query, variables);
        (refused.Code, refused.Message).Should().Be((ErrorCodes.BadUserInput, message));
    }

    [Fact]
    public void A_page_that_is_skipped_is_not_checked() =>
        Schema.ExecuteToJson("query ($s: Boolean!) { plans @skip(if: $s) { nodes { id } } }", """{"s":true}""").Should().Be("""{"data":{}}""");

    [Fact]
    public void Sizes_that_multiply_without_end_are_still_a_number()
    {
        var json = Build(Limits.None with { MaxTypeCost = 5_000 }).ExecuteToJson("{ plan " + Repeat("{ children(first: 100) ", 200) + "{ id }" + Repeat("}", 201));
        JsonDocument.Parse(json).RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("typeCost").GetDouble().Should().BeGreaterThan(1e12);
    }
}
