using PlanRegistry.Catalogue;
using PlanRegistry.Tests.Packs;

namespace PlanRegistry.Tests.Intake;

/// <summary>Several names in a cell, as officers write them.</summary>
public sealed class ListsOfNamesTests : PackTest
{
    private const string Agencies = "code,name\nDRC,区发展改革委\nFIN,区财政局\nWATER,区水利局\nBOTH,区商务委、区招商局\n";

    [Theory]
    [InlineData("区发展改革委;区财政局", "DRC FIN")]
    [InlineData("区发展改革委；区财政局", "DRC FIN")]
    [InlineData("区发展改革委、区财政局", "DRC FIN")]
    [InlineData("区发展改革委，区财政局、区水利局", "DRC FIN WATER")]
    [InlineData("区发展改革委, 区财政局", "DRC FIN")]
    [InlineData("区发展改革委、区财政局；区水利局", "DRC FIN WATER")]
    [InlineData("区商务委、区招商局", "BOTH")]
    [InlineData("区发展改革委、区商务委、区招商局、区水利局", "DRC BOTH WATER")]
    public void Names_are_parted_where_no_name_that_is_known_has_the_separator(string cell, string codes)
    {
        var registry = NewRegistry();

        Import(registry, Pack(cell)).Exit.Should().Be(0);

        registry.View(Kaizhou)!.Own.Of<Plan>().Single().CoLeadAgencies!.Select(a => a.Code).Should().Equal(codes.Split(' '));
    }

    [Theory]
    [InlineData("区发展改革委、区教委", "plans.csv:2: co_lead_agencies \"区教委\" is not known.")]
    [InlineData("区教委、区卫健委",
        "plans.csv:2: co_lead_agencies \"区教委、区卫健委\" is not known: several names are separated by semicolons.")]
    public void A_name_that_is_not_known_is_told(string cell, string sentence) =>
        Import(NewRegistry(), Pack(cell)).Output.Should().StartWith(sentence);

    private string Pack(string cell) => Folder(("agencies.csv", Agencies), ("plans.csv",
        "code,title,kind,horizon_from,horizon_to,lead_agency,co_lead_agencies\n"
            + $"P-1,水安全保障规划,SPECIAL,2021,2025,区水利局,\"{cell}\"\n"));
}
