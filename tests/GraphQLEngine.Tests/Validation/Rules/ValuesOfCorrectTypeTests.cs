using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class ValuesOfCorrectTypeTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<ValuesOfCorrectType>(document);

    [Theory]
    [InlineData("int(v: -2147483648)")]
    [InlineData("int(v: null)")]
    [InlineData("float(v: 1) a: float(v: 1.5e3)")]
    [InlineData("string(v: \"x\") a: string(v: \"\"\"x\"\"\")")]
    [InlineData("id(v: 1) a: id(v: \"1\")")]
    [InlineData("enum(v: BROWN)")]
    [InlineData("strings(v: \"one\") a: strings(v: [\"a\", null]) b: nonNullStrings(v: [])")]
    [InlineData("complex(v: { required: true, int: 1, color: BLACK, list: \"x\", inner: { required: false } })")]
    [InlineData("one(v: { string: \"x\" }) a: one(v: { int: 1 })")]
    [InlineData("date(v: 1) a: date(v: { b: [c] })")]
    [InlineData("int(v: $unknown) a: complex(v: { required: $x })")]
    public void Values_that_fit_are_fine(string fields) => Errors($"{{ arguments {{ {fields} }} }}").Should().BeEmpty();

    [Theory]
    [InlineData("int(v: \"3\")", "Int cannot represent non-integer value: \"3\"")]
    [InlineData("int(v: 829384293849283498239482938)", "Int cannot represent non 32-bit signed integer value: 829384293849283498239482938")]
    [InlineData("int(v: 3.0)", "Int cannot represent non-integer value: 3.0")]
    [InlineData("int(v: FOO)", "Int cannot represent non-integer value: FOO")]
    [InlineData("int(v: [1])", "Int cannot represent non-integer value: [1]")]
    [InlineData("float(v: \"1\")", "Float cannot represent non numeric value: \"1\"")]
    [InlineData("float(v: true)", "Float cannot represent non numeric value: true")]
    [InlineData("string(v: 1)", "String cannot represent a non string value: 1")]
    [InlineData("boolean(v: 2)", "Boolean cannot represent a non boolean value: 2")]
    [InlineData("id(v: 1.0)", "ID cannot represent a non-string and non-integer value: 1.0")]
    [InlineData("enum(v: \"BROWN\")", "Enum \"Color\" cannot represent non-enum value: \"BROWN\". Did you mean the enum value \"BROWN\"?")]
    [InlineData("enum(v: BROWM)", "Value \"BROWM\" does not exist in \"Color\" enum. Did you mean the enum value \"BROWN\"?")]
    [InlineData("nonNullInt(v: null)", "Expected value of non-null type \"Int!\" not to be null.")]
    [InlineData("complex(v: 1)", "Expected value of type \"Complex\" to be an object, found: 1.")]
    public void Values_that_do_not_fit_are_named(string field, string message)
    {
        var column = 15 + field.IndexOf(':', StringComparison.Ordinal) + 2;
        Errors($"{{ arguments {{ {field} }} }}").Should().Equal($"(1:{column}) {message}");
    }

    [Fact]
    public void Items_of_lists_are_judged_one_by_one() =>
        Errors("{ arguments { nonNullStrings(v: [\"a\", 1, null, {}]) } }").Should().Equal(
            "(1:39) String cannot represent a non string value: 1",
            "(1:42) Expected value of non-null type \"String!\" not to be null.",
            "(1:48) String cannot represent a non string value: {  }");

    [Fact]
    public void Fields_of_input_objects_are_judged_one_by_one() =>
        Errors("{ arguments { complex(v: { int: \"x\", requird: true, nonNull: null }) } }").Should().Equal(
            "(1:26) Expected value of type \"Complex\" to include required field \"required\", found: { int: \"x\", requird: true, nonNull: null }.",
            "(1:62) Expected value of non-null type \"Boolean!\" not to be null.",
            "(1:33) Int cannot represent non-integer value: \"x\"",
            "(1:38) Expected value of type \"Complex\" not to include unknown field \"requird\". Did you mean \"required\"? Found: { int: \"x\", requird: true, nonNull: null }.");

    [Theory]
    [InlineData("{}")]
    [InlineData("{ string: \"a\", int: 1 }")]
    [InlineData("{ string: null }")]
    [InlineData("{ string: null, int: 1 }")]
    public void A_OneOf_object_has_exactly_one_field(string value) =>
        Errors($"{{ arguments {{ one(v: {value}) }} }}").Should().Equal(
            "(1:22) Within OneOf Input Object type \"One\", exactly one field must be specified, and the value for that field must be non-null.");

    [Fact]
    public void Defaults_of_variables_and_arguments_of_directives_are_judged_too() =>
        Errors("query ($a: Int = \"x\", $b: Complex = { int: 1 }) { dog @skip(if: 1) { name } }").Should().Equal(
            "(1:18) Int cannot represent non-integer value: \"x\"",
            "(1:37) Expected value of type \"Complex\" to include required field \"required\", found: { int: 1 }.",
            "(1:65) Boolean cannot represent a non boolean value: 1");

    [Fact]
    public void A_long_value_is_shown_in_lines() =>
        Errors($"{{ arguments {{ complex(v: [{{ string: \"{new string('a', 70)}\", int: 1 }}]) }} }}").Should().Equal(
            $"(1:26) Expected value of type \"Complex\" to be an object, found: [\n  {{\n    string: \"{new string('a', 70)}\"\n    int: 1\n  }}\n].");
}
