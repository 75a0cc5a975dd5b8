using GraphQLEngine.Errors;
using GraphQLEngine.Language;

namespace GraphQLEngine.Tests.Language;

public class ParserTests
{
    private static string Error(string document)
    {
        var parse = () => Parser.ParseDocument(document, ParserLimits.None);
        var error = parse.Should().Throw<SyntaxErrorException>().Which;
        var at = new Source(document).Locate(error.Position);
        return $"({at.Line}:{at.Column}) {error.Message}";
    }

    [Theory]
    [InlineData("{", "(1:2) Expected Name, found <EOF>.")]
    [InlineData("", "(1:1) Unexpected <EOF>.")]
    [InlineData("{ a }}", "(1:6) Unexpected \"}\".")]
    [InlineData("{ }", "(1:3) Expected Name, found \"}\".")]
    [InlineData("notAnOperation Foo { field }", "(1:1) Unexpected Name \"notAnOperation\".")]
    [InlineData("{ ...on }", "(1:9) Expected Name, found \"}\".")]
    [InlineData("fragment on on on { on }", "(1:10) Unexpected Name \"on\".")]
    [InlineData("query ($x: Int = $y) { a }", "(1:18) Unexpected variable \"$y\" in constant value.")]
    [InlineData("{ a(b: ) }", "(1:8) Unexpected \")\".")]
    [InlineData("{ a() }", "(1:5) Expected Name, found \")\".")]
    [InlineData("{ a(b: 01) }", "(1:9) Invalid number, unexpected digit after 0: \"1\".")]
    [InlineData("{ a(b: 1.) }", "(1:10) Invalid number, expected digit but got: \")\".")]
    [InlineData("{ a(b: 1.2.3) }", "(1:11) Invalid number, expected digit but got: \".\".")]
    [InlineData("{ a(b: 1a) }", "(1:9) Invalid number, expected digit but got: \"a\".")]
    [InlineData("{ a(b: -x) }", "(1:9) Invalid number, expected digit but got: \"x\".")]
    [InlineData("{ a(b: .5) }", "(1:8) Invalid number, expected digit before \".\", did you mean \"0.5\"?")]
    [InlineData("{ ..a }", "(1:3) Unexpected \"..\", did you mean \"...\"?")]
    [InlineData("{ a(b: \"x\ny\") }", "(1:10) Unterminated string.")]
    [InlineData("{ a(b: \"\"\"x) }", "(1:15) Unterminated string.")]
    [InlineData("{ a(b: \"\\x\") }", "(1:9) Invalid character escape sequence: \"\\x\".")]
    [InlineData("{ a(b: \"\\u00G0\") }", "(1:9) Invalid Unicode escape sequence: \"\\u00G0\".")]
    [InlineData("{ a(b: \"\\uD83D\") }", "(1:9) Invalid Unicode escape sequence: \"\\uD83D\".")]
    [InlineData("{ a(b: \"\\u{110000}\") }", "(1:9) Invalid Unicode escape sequence: \"\\u{110000}\".")]
    [InlineData("{ a(b: \"\\u{}\") }", "(1:9) Invalid Unicode escape sequence: \"\\u{}\".")]
    [InlineData("{ a(b: 'x') }", "(1:8) Unexpected single quote character ('), did you mean to use a double quote (\")?")]
    [InlineData("{ ?", "(1:3) Unexpected character: \"?\".")]
    [InlineData("{ \u0000", "(1:3) Unexpected character: U+0000.")]
    [InlineData("{ a(b: \"😀\") # 😀\n ß }", "(2:2) Unexpected character: U+00DF.")]
    [InlineData("\"x\" { a }", "(1:1) Unexpected description, descriptions are not supported on shorthand queries.")]
    [InlineData("\"x\" extend type A { b: Int }", "(1:1) Unexpected description, only GraphQL definitions support descriptions.")]
    [InlineData("enum E { true }", "(1:10) Name \"true\" is reserved and cannot be used for an enum value.")]
    [InlineData("directive @a on FIELD | NOPE", "(1:25) Unexpected Name \"NOPE\".")]
    [InlineData("extend type A", "(1:14) Unexpected <EOF>.")]
    public void A_syntax_error_is_told_with_its_place(string document, string error) => Error(document).Should().Be(error);

    [Theory]
    [InlineData("query A($a: [Int!]! = [1] @d, \"The b.\" $b: X = {a: {b: 1.5e-7}}) @q { a: b(c: $a, d: ENUM, e: null, f: \"\"\"x\"\"\") @d ... @d { x } ...F @d ... on T { y } }")]
    [InlineData("\ufeff\"An operation.\" query A { a } \"\"\"A fragment.\"\"\" fragment F on T @d { a } mutation, B { ,a, } subscription { a }")]
    [InlineData("{ query mutation on fragment true: null type }")]
    [InlineData("# comment\r\n{\ra # 😀\n}")]
    public void The_whole_executable_language_is_understood(string document) => Parser.ParseDocument(document, ParserLimits.None).Definitions.Should().NotBeEmpty();

    [Theory]
    [InlineData("\"\\u{1F600} \\uD83D\\uDE00 \\n\\t\\\"\\\\\\/\"", "😀 😀 \n\t\"\\/")]
    [InlineData("\"\"\"\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n  \"\"\"", "Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("\"\"\"  a\r\n  b\r  c \\\"\"\" \"\"\"", "  a\nb\nc \"\"\" ")]
    [InlineData("\"\"\"\"\"\"", "")]
    public void Strings_have_the_value_the_specification_gives_them(string literal, string value) => Value(literal).Text.Should().Be(value);

    [Theory]
    [InlineData("[1, {a: \"x\\n\", b: null}, $v, ENUM, true]", "[1, { a: \"x\\n\", b: null }, $v, ENUM, true]")]
    public void A_value_is_printed_as_GraphQL(string literal, string printed) =>
        Printer.Print(Value(literal)).Should().Be(printed);

    private static ValueNode Value(string literal) =>
        ((FieldNode)Parser.ParseDocument($"{{ a(b: {literal}) }}", ParserLimits.None).Operations[0].SelectionSet.Selections[0]).Arguments[0].Value;

    // A string of an attribute cannot hold half a surrogate pair.
    [Fact]
    public void Half_a_surrogate_pair_is_no_character() => Error("{ \ud800").Should().Be("(1:3) Invalid character: U+D800.");

    [Fact]
    public void Empty_selections_are_an_option() =>
        Parser.ParseDocument("{ a { } }", ParserLimits.None with { AllowEmptySelections = true }).Operations.Should().ContainSingle();
}
