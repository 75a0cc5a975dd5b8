using GraphQLEngine;
using GraphQLEngine.Http;
using Microsoft.Extensions.Configuration;
using PlanRegistry.Server.Web;

namespace PlanRegistry.Tests.Web;

/// <summary>The section GraphQL, as it is read.</summary>
public sealed class ConfigurationTests
{
    private static GraphQLConfiguration Read(params (string Key, string? Value)[] settings) =>
        GraphQLConfiguration.Read(
            new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => s.Value)).Build());

    [Fact]
    public void Without_settings_the_limits_are_the_engine_s_but_for_walks_along_the_hierarchy()
    {
        var read = Read();

        read.Limits.Should().BeEquivalentTo(new Limits { MaxDepth = 20 }, o => o.Excluding(l => l.CoordinateRepeats));
        read.Limits.CoordinateRepeats
            .Should().BeEquivalentTo(new Dictionary<string, int> { ["Plan.superiors"] = 8, ["Plan.subordinates"] = 8, ["PlanLink"] = 8 });
        read.Http.Should().Be(new GraphQLHttpOptions());
        read.Introspection.Should().Be(IntrospectionAccess.SignedIn);
        read.AllowEmptySelections.Should().BeFalse();
    }

    [Fact]
    public void Every_limit_of_the_engine_has_a_setting_that_changes_it_alone()
    {
        foreach (var limit in typeof(Limits).GetProperties().Where(p => p is { CanWrite: true, Name: not "CoordinateRepeats" }))
        {
            var read = Read(($"GraphQL:Limits:{limit.Name}", limit.PropertyType == typeof(TimeSpan)
                ? "00:00:07" : limit.Name == "MaxBodyBytes" ? "4096" : "7")).Limits;

            Convert.ToString(limit.GetValue(read), System.Globalization.CultureInfo.InvariantCulture)
                .Should().BeOneOf(["00:00:07", "4096", "7"], "{0} was set", limit.Name);
            typeof(Limits).GetProperties()
                .Where(p => p.CanWrite && p.Name is not "CoordinateRepeats" && !Equals(p.GetValue(read), p.GetValue(Read().Limits)))
                .Select(p => p.Name).Should().Equal(limit.Name);
        }
    }

    [Fact]
    public void A_coordinate_that_is_set_leaves_the_others_at_their_defaults()
    {
        Read(("GraphQL:Limits:CoordinateRepeats:Plan.superiors", "5"),
            ("GraphQL:Limits:CoordinateRepeats:Agency", "4")).Limits.CoordinateRepeats
            .Should().BeEquivalentTo(
                new Dictionary<string, int> { ["Plan.superiors"] = 5, ["Plan.subordinates"] = 8, ["PlanLink"] = 8, ["Agency"] = 4 });
    }

    [Fact]
    public void The_other_settings_are_read_in_any_case_of_letters()
    {
        var read = Read(("graphql:introspection", "none"), ("GRAPHQL:ALLOWEMPTYSELECTIONS", "True"),
            ("GraphQL:HttpStatusDraft", "2026"), ("GraphQL:PersistedQueries", "0"));

        (read.Introspection, read.AllowEmptySelections, read.Http).Should()
            .Be((IntrospectionAccess.None, true, new GraphQLHttpOptions { StatusCodes = HttpStatusCodes.Draft2026, PersistedQueries = 0 }));
    }

    [Theory]
    [InlineData("GraphQL:Limit:MaxDepth",
        "3",
        "GraphQL:Limit is no setting; GraphQL has AllowEmptySelections, HttpStatusDraft, "
            + "Introspection, KeptMegabytes, Limits, MaxEventStreams, PersistedQueries, TrustedDocuments, TrustedDocumentsOnly.")]
    [InlineData("GraphQL:Limits:MaxDepht", "3",
        "GraphQL:Limits:MaxDepht is no setting; GraphQL:Limits has CoordinateRepeats, "
            + "MaxAliases, MaxBatch, MaxBodyBytes, MaxCoordinateRepeats, MaxDepth, *")]
    [InlineData("GraphQL:Limits", "3", "GraphQL:Limits is \"3\", but holds settings of its own: CoordinateRepeats, MaxAliases, *")]
    [InlineData("GraphQL:Limits:MaxDepth", "0", "GraphQL:Limits:MaxDepth is \"0\"; allowed is a whole number from 1 to 1000.")]
    [InlineData("GraphQL:Limits:MaxDepth", "12.5", "GraphQL:Limits:MaxDepth is \"12.5\"; allowed is a whole number from 1 to 1000.")]
    [InlineData("GraphQL:Limits:MaxDepth", "", "GraphQL:Limits:MaxDepth is \"\"; allowed is a whole number from 1 to 1000.")]
    [InlineData("GraphQL:Limits:MaxDepth:Query", "3", "GraphQL:Limits:MaxDepth is a section; allowed is a whole number from 1 to 1000.")]
    [InlineData("GraphQL:Limits:MaxNesting", "1000", "GraphQL:Limits:MaxNesting is \"1000\"; allowed is a whole number from 4 to 256.")]
    [InlineData("GraphQL:Limits:MaxBatch", "11", "GraphQL:Limits:MaxBatch is \"11\"; allowed is a whole number from 0 to 10.")]
    [InlineData("GraphQL:Limits:Timeout", "30", "GraphQL:Limits:Timeout is \"30\"; allowed is a time from 00:00:00 to 01:00:00.")]
    [InlineData("GraphQL:Limits:CoordinateRepeats:Plan.superiors", "no",
        "GraphQL:Limits:CoordinateRepeats:Plan.superiors is \"no\"; allowed is a whole number from 1 to 1000.")]
    [InlineData("GraphQL:Limits:CoordinateRepeats:superiors of plans",
        "3",
        "GraphQL:Limits:CoordinateRepeats:superiors of plans names no schema coordinate; "
            + "allowed are a field such as Plan.superiors and a type such as PlanLink.")]
    [InlineData("GraphQL:Introspection", "SOME", "GraphQL:Introspection is \"SOME\"; allowed is ALL or SIGNED_IN or NONE.")]
    [InlineData("GraphQL:HttpStatusDraft", "2025", "GraphQL:HttpStatusDraft is \"2025\"; allowed is ESTABLISHED or 2026.")]
    [InlineData("GraphQL:AllowEmptySelections", "yes", "GraphQL:AllowEmptySelections is \"yes\"; allowed is true or false.")]
    [InlineData("GraphQL:TrustedDocuments", "/no/such/folder",
        "GraphQL:TrustedDocuments is \"/no/such/folder\"; allowed is a folder of .graphql files that is there.")]
    [InlineData("GraphQL:TrustedDocumentsOnly", "true",
        "GraphQL:TrustedDocumentsOnly is true; allowed is that only with GraphQL:TrustedDocuments, a folder of .graphql files.")]
    public void A_wrong_setting_is_one_sentence_that_names_the_key_and_what_is_allowed(string key, string value, string sentence)
    {
        ((Action)(() => Read((key, value)))).Should().Throw<SettingException>().WithMessage(sentence);
    }
}
