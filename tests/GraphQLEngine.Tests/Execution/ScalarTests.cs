namespace GraphQLEngine.Tests.Execution;

public class ScalarTests
{
    public sealed class EvenScalar() : Scalar<int>("Even")
    {
        public override int Parse(InputValue value) =>
            value.Kind == InputKind.Int && int.Parse(value.Text) is var number && number % 2 == 0 ? number : throw new GraphQLException($"{value} is not even.");

        public override void Write(int value, JsonOutput output) => output.WriteNumber(value % 2 == 0 ? value : throw new GraphQLException($"{value} is odd."));
    }

    private const string Sdl = """
        scalar Even
        type Query { half(of: Even): Int even(i: Int!): Even code(c: String): String int: Int float: Float big: Int text: String id: ID nested(f: F): Int }
        input F { e: Even list: [Even!] }
        """;

    public record F(int? E, int[]? List);

    [Resolves("Query")]
    public static class QueryFields
    {
        public static int? Half(int? of) => of / 2;
        public static int? Even(int i) => i;
        public static string? Code(string? c) => c;
        public static int? Int() => int.MinValue;
        public static double? Float() => double.NaN;
        public static long? Big() => 1L << 40;
        public static string? Text() => "a\"\\\n\u0001é😀";
        public static long? Id() => 7;
        public static int? Nested(F? f) => f?.List?.Sum() ?? f?.E;
    }

    private static readonly Schema Schema = TestSchema.Build(Sdl, binding => binding.Resolvers(typeof(QueryFields)).Scalar(new EvenScalar())
        .Argument<string>("Query.code(c:)", code => code.Length == 3 ? null : $"\"{code}\" is no code."));

    [Theory]
    [InlineData("{ half(of: 4) }", null, """{"data":{"half":2}}""")]
    [InlineData("query ($n: Even) { half(of: $n) }", """{"n":6}""", """{"data":{"half":3}}""")]
    [InlineData("{ nested(f: { list: [2, 4] }) }", null, """{"data":{"nested":6}}""")]
    [InlineData("""{ code(c: "abc") }""", null, """{"data":{"code":"abc"}}""")]
    [InlineData("{ code(c: null) half }", null, """{"data":{"code":null,"half":null}}""")]
    [InlineData("{ text id int }", null, """{"data":{"text":"a\"\\\n\u0001é😀","id":"7","int":-2147483648}}""")]
    public void Values_go_in_and_out(string query, string? variables, string expected) => Schema.ExecuteToJson(query, variables).Should().Be(expected);

    [Theory]
    [InlineData("{ half(of: 3) }", null, "Argument \\\"Query.half(of:)\\\" has an invalid value, as literal or variable: Expected value of type \\\"Even\\\", but encountered error \\\"3 is not even.\\\"; found: 3.")]
    [InlineData("query ($n: Even) { half(of: $n) }", """{"n":3}""", "Variable \\\"$n\\\" has invalid value: Expected value of type \\\"Even\\\", but encountered error \\\"3 is not even.\\\"; found: 3.")]
    [InlineData("{ nested(f: { list: [2, 5] }) }", null, "Argument \\\"Query.nested(f:)\\\" has an invalid value, as literal or variable: Expected value of type \\\"Even\\\", but encountered error \\\"5 is not even.\\\"; found: 5.")]
    [InlineData("{ code(c: \"ab\") }", null, "Argument \\\"Query.code(c:)\\\" has an invalid value, as literal or variable: \\\"ab\\\" is no code.")]
    [InlineData("query ($c: String) { code(c: $c) }", """{"c":"ab"}""", "Argument \\\"Query.code(c:)\\\" has an invalid value, as literal or variable: \\\"ab\\\" is no code.")]
    public void A_malformed_argument_is_a_request_error_that_names_it(string query, string? variables, string message) =>
        Schema.ExecuteToJson(query, variables).Should().StartWith($$"""{"errors":[{"message":"{{message}}",""").And.NotContain("\"data\"");

    [Theory]
    [InlineData("{ even(i: 3) }", "3 is odd.")]
    [InlineData("{ float }", "Float cannot represent non numeric value: NaN")]
    [InlineData("{ big }", "Int cannot represent non 32-bit signed integer value: 1099511627776")]
    public void A_result_that_does_not_fit_is_an_execution_error(string query, string message)
    {
        var json = Schema.ExecuteToJson(query);
        json.Should().Contain($"null}},\"errors\":[{{\"message\":\"{message}\"");
    }
}
