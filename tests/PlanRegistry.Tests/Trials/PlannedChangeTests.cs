using System.Text.RegularExpressions;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Tests.Trials;

/// <summary>Whatever is recorded can be tried first.</summary>
public sealed class PlannedChangeTests
{
    /// <summary>What is tried by itself (a certificate, a workbook), and what nobody can foresee (a draw).</summary>
    private static readonly string[] NotTried =
    [
        "issueFundingCertificate", "issueFundingCertificates", "signFundingCertificates", "returnFundingCertificates",
        "revokeFundingCertificate", "importWorkbook", "drawExperts",
    ];

    [Fact]
    public void Every_mutation_that_writes_plan_data_can_be_planned()
    {
        var contract = string.Join('\n', RegistrySchema.Documents().Select(d => Regex.Replace(d.Text, "\"[^\"]*\"", "")));
        var writing = Regex.Matches(contract, @"^\s*(\w+)\(\s*input: (\w+)!\)", RegexOptions.Multiline)
            .Select(m => (Name: m.Groups[1].Value, Input: m.Groups[2].Value))
            .Where(m => Regex.IsMatch(contract, $@"^input {m.Input} \{{[^}}]*\bidempotencyKey\b", RegexOptions.Multiline)).ToList();
        var planned = Regex.Match(contract, @"input PlannedChangeInput @oneOf \{(?<fields>[^}]*)\}").Groups["fields"].Value;

        writing.Should().HaveCountGreaterThan(30);
        Regex.Matches(planned, @"(\w+): (\w+)").Select(m => (Name: m.Groups[1].Value, Input: m.Groups[2].Value))
            .Should().BeEquivalentTo(writing.Where(m => !NotTried.Contains(m.Name)));
    }
}
