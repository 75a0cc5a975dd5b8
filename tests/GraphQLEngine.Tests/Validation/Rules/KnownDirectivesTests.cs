using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class KnownDirectivesTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<KnownDirectives>(document);

    [Fact]
    public void Directives_in_their_places_are_fine() =>
        Errors("query Q($v: Int @onVariable) @onOperation { dog @include(if: true) @onField { name } ...F @onOperation ... @onOperation { dog { name } } } fragment F on Query @onOperation { dog { name } }").Should().BeEmpty();

    [Fact]
    public void Unknown_directives_are_refused() =>
        Errors("{ dog @unknown { name @other(a: 1) } }").Should().Equal("(1:7) Unknown directive \"@unknown\".", "(1:23) Unknown directive \"@other\".");

    [Fact]
    public void Directives_elsewhere_are_refused() =>
        Errors("query ($v: Int @onField) @include(if: true) { dog @deprecated { name } ...F @onField ... @onField { dog @onVariable { name } } }\nfragment F on Query @skip(if: true) { dog { name } }\nmutation @skip(if: true) { rename(name: \"\") { name } }\nsubscription @onField { barked { name } }").Should().Equal(
            "(1:16) Directive \"@onField\" may not be used on VARIABLE_DEFINITION.",
            "(1:26) Directive \"@include\" may not be used on QUERY.",
            "(1:51) Directive \"@deprecated\" may not be used on FIELD.",
            "(1:77) Directive \"@onField\" may not be used on FRAGMENT_SPREAD.",
            "(1:90) Directive \"@onField\" may not be used on INLINE_FRAGMENT.",
            "(1:105) Directive \"@onVariable\" may not be used on FIELD.",
            "(2:21) Directive \"@skip\" may not be used on FRAGMENT_DEFINITION.",
            "(3:10) Directive \"@skip\" may not be used on MUTATION.",
            "(4:14) Directive \"@onField\" may not be used on SUBSCRIPTION.");
}
