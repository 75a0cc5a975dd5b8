using System.Text.Json;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Trials;

/// <summary>Trying commands tells what doing them comes to: the same refusals, findings, money and duties.</summary>
public sealed class WhatIfIsDoingItTests : TrialTest
{
    private static readonly string[] Types =
        ["CONSULTED", "ARGUED", "SUBMITTED", "PARTY_REVIEWED", "GOVERNMENT_APPROVED", "PUBLISHED", "FILED", "WITHDRAWN", "REPORTED"];

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6)]
    public async Task Whatever_is_tried(int seed)
    {
        var random = new Random(seed);
        var plans = (await District("plans(first: 100) { nodes { code } }")).Plans.Nodes.Select(p => p.Code).ToList();
        var start = (await WhatIf([new RegisterAgency("无关单位(示例)")], $"after {{ {State} }}")).GetProperty("after").ToString();
        var sequence = Enumerable.Range(0, 14).Select(n => Command(random, plans, n)).ToList();
        List<CommandInput> accepted = [];
        foreach (var command in sequence)
        {
            var tried = await WhatIf([.. accepted, command], "problems { code message }");
            if (tried.GetProperty("problems").GetArrayLength() == 0)
            {
                accepted.Add(command);
            }
        }
        accepted.Should().NotBeEmpty();
        var told = (await WhatIf(accepted, $"{Told} after {{ {State} }}"));
        var before = await State500154();

        foreach (var command in sequence)
        {
            var written = await Run(command);
            written.Problems.Any().Should().Be(!accepted.Contains(command), "{0} was tried, and: {1}", command,
                string.Join(' ', written.Problems.Select(p => p.Message)));
        }

        var after = await State500154();
        after.ToString().Should().Be(told.GetProperty("after").ToString()).And.NotBe(start);
        Keys(after).Except(Keys(before)).Should().BeSubsetOf(Each(told.GetProperty("opened"), "key"));
        Keys(before).Except(Keys(after)).Should().BeSubsetOf(Each(told.GetProperty("cleared"), "key"));
    }

    private async Task<JsonElement> State500154() =>
        (await Ask($"{{ district(code: \"500154\") {{ {State} }} }}")).GetProperty("district");

    private static IReadOnlyList<string> Keys(JsonElement district) => Each(district.GetProperty("findings").GetProperty("nodes"), "key");

    private static CommandInput Command(Random random, List<string> plans, int n)
    {
        T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
        return random.Next(6) switch
        {
            0 => new RegisterPlan($"开州区第{n}号规划(示例)") { Code = $"SPE-R{n}", LeadAgency = "区教委", DraftingFrom = "2026-05-01" },
            1 => new LinkPlans(Pick(plans), Pick(plans), Pick(["OBEYS", "SERVES"])),
            2 => new RecordFunding($"F-R{n}", Pick(plans), $"项目{n}")
                {
                    Amount = "1000", Purpose = Pick(["DRAFTING", "IMPLEMENTATION"]), Money = "DISTRICT", BudgetYear = 2026,
                    ArrangedOn = "2026-06-01",
                },
            3 => new RegisterDocument($"D-R{n}", "区政府") { Title = $"第{n}号文件(示例)", IssuedOn = "2026-06-10", Plans = [Pick(plans)] },
            _ => new RecordAct(Pick(plans), Pick(Types), $"2026-0{random.Next(1, 7)}-1{random.Next(10)}"),
        };
    }
}
