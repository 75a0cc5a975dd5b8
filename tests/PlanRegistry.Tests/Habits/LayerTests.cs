using System.Text.RegularExpressions;

namespace PlanRegistry.Tests.Habits;

/// <summary>The domain's namespaces form layers: what lies below knows nothing of what lies above.</summary>
public sealed partial class LayerTests
{
    private static readonly string Domain = Path.Combine(Repository.Root, "src", "PlanRegistry");

    /// <summary>What a folder may refer to; a folder that is not named here is a capability, which may refer to all.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Records"] = [],
        ["Ledger"] = ["Records", "Amendments", "Approval", "Catalogue", "Conformance", "Funding", "Hierarchy", "Indicators"],
        ["Intake"] = ["Records", "Ledger", "Catalogue"],
    };

    [Theory]
    [InlineData("Records")]
    [InlineData("Ledger")]
    [InlineData("Intake")]
    public void A_layer_refers_only_to_what_lies_below_it(string layer)
    {
        var referred = Directory.GetFiles(Path.Combine(Domain, layer), "*.cs")
            .SelectMany(file => Reference().Matches(File.ReadAllText(file))
                .Select(m => (File: Path.GetFileName(file), To: m.Groups[1].Value)))
            .Where(r => r.To != layer && Directory.Exists(Path.Combine(Domain, r.To)));

        referred.Where(r => !Allowed[layer].Contains(r.To))
            .Should().BeEmpty($"{layer} may refer to {string.Join(", ", Allowed[layer])} only");
    }

    [Fact]
    public void Every_allowed_reference_is_a_folder() =>
        Allowed.Values.SelectMany(v => v).Distinct().Should().OnlyContain(f => Directory.Exists(Path.Combine(Domain, f)));

    [Fact]
    public void What_the_ledger_is_made_of_is_found_by_its_name_one_public_type_a_file() =>
        Directory.GetFiles(Path.Combine(Domain, "Ledger"), "*.cs")
            .Select(file => (File: Path.GetFileNameWithoutExtension(file),
                Types: string.Join(' ', PublicType().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value))))
            .Where(f => f.Types.Length > 0 && f.Types != f.File).Should().BeEmpty();

    [GeneratedRegex(@"^public (?:\w+ )*?(?:class|record struct|record|struct|enum|interface) (\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"PlanRegistry\.([A-Z][A-Za-z]+)")]
    private static partial Regex Reference();
}
