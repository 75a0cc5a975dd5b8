using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class VariablesAreInputTypesTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<VariablesAreInputTypes>(document);

    [Fact]
    public void Scalars_enums_and_input_objects_are_fine() => Errors("query ($a: Int, $b: [Color!]!, $c: Complex, $d: Nope) { dog { name } }").Should().BeEmpty();

    [Fact]
    public void Output_types_are_not() =>
        Errors("query ($a: Dog, $b: [CatOrDog!]!, $c: Pet) { dog { name } }").Should().Equal(
            "(1:12) Variable \"$a\" cannot be non-input type \"Dog\".",
            "(1:21) Variable \"$b\" cannot be non-input type \"[CatOrDog!]!\".",
            "(1:39) Variable \"$c\" cannot be non-input type \"Pet\".");
}
