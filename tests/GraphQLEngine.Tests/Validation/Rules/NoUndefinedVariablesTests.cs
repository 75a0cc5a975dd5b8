using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class NoUndefinedVariablesTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<NoUndefinedVariables>(document);

    [Fact]
    public void Variables_of_the_operation_may_be_used_in_fragments() =>
        Errors("query A($a: Int, $b: [String]) { arguments { int(v: $a) ...F } } fragment F on Arguments { strings(v: [\"x\", $b]) }").Should().BeEmpty();

    [Fact]
    public void A_variable_nobody_defined_is_refused() =>
        Errors("query Q($a: Int) {\n  arguments { int(v: $b) ...F }\n}\nfragment F on Arguments { complex(v: { required: $c, int: $a }) }").Should().Equal(
            "(2:22, 1:1) Variable \"$b\" is not defined by operation \"Q\".",
            "(4:50, 1:1) Variable \"$c\" is not defined by operation \"Q\".");

    [Fact]
    public void Every_operation_that_reaches_a_fragment_must_define_its_variables() =>
        Errors("query A { arguments { ...F } }\nquery B($x: Int) { arguments { ...F } }\nfragment F on Arguments { int(v: $x) }").Should().Equal(
            "(3:34, 1:1) Variable \"$x\" is not defined by operation \"A\".");

    [Fact]
    public void An_anonymous_operation_has_no_name_to_tell() => Errors("{ dog @skip(if: $x) { name } }").Should().Equal("(1:17, 1:1) Variable \"$x\" is not defined.");
}
