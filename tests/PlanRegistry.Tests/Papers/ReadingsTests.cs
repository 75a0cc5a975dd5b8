using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Papers;

/// <summary>How a silent text is read stands beside the rules that read it.</summary>
public sealed class ReadingsTests
{
    public static TheoryData<string> Readings => [.. Page.All.Where(p => Path.GetFileName(p.Path) == "READINGS.md").Select(p => p.Path)];

    [Theory]
    [MemberData(nameof(Readings))]
    public void Each_heading_is_rules_of_the_folder(string path)
    {
        var capability = Path.GetFileName(Path.GetDirectoryName(path)!);
        var ofCapability = RuleBook.Cards.Where(c => c.Capability == capability).Select(c => c.Code);

        var codes = Page.Of(path).Headings.Skip(1).SelectMany(h => h.TrimStart('#', ' ').Split(", ")).ToList();

        codes.Should().NotBeEmpty().And.BeSubsetOf(ofCapability);
    }
}
