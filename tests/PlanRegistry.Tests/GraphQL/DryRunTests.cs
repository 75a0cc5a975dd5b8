namespace PlanRegistry.Tests.GraphQL;

public sealed class DryRunTests : ServerTest
{
    private static readonly RegisterPlan Unlisted = new("开州区临时规划(示例)")
    {
        Code = "SPE-X", LeadAgency = "区教委", DraftingFrom = "2026-06-01",
    };

    [Fact]
    public async Task What_a_write_would_open_is_told_and_nothing_is_written()
    {
        var tried = await Run(Unlisted with { DryRun = true });

        tried.Problems.Should().BeEmpty();
        tried.OpenedRules.Should().Contain("CAT-001");
        tried.Seq.Should().BeNull("there is no entry");
        tried.Plan.Should().BeNull("the registry has no such plan");
        (await District("seq")).Seq.Should().Be(1);
        (await NotFound("{ district(code: \"500154\") { plan(code: \"SPE-X\") { code } } }"))
            .Should().Be("The district 500154 has no plan \"SPE-X\".");
    }

    [Fact]
    public async Task What_a_write_would_clear_is_told()
    {
        await Write(Unlisted);

        var tried = await Run(new ApproveDirectoryList("SR-2026-B", 2026,
            new ListedPlan(Unlisted.Title, "SPE-X") { LeadAgency = Unlisted.LeadAgency })
        {
            ApprovedOn = "2026-06-15", Drafter = "区发展改革委", CoDrafters = ["区教委"], Approver = "区政府", DryRun = true,
        });

        tried.ClearedRules.Should().Contain("CAT-001");
        (await Plan("SPE-X", "listing")).Listing.Should().Be("UNLISTED");
    }

    [Fact]
    public async Task It_tells_the_same_as_the_write_that_follows()
    {
        var tried = await Run(Unlisted with { DryRun = true });
        var written = await Write(Unlisted);

        written.Opened.Select(f => (f.Rule.Code, f.Plan?.Code)).Should().Equal(tried.Opened.Select(f => (f.Rule.Code, f.Plan?.Code)));
    }

    [Fact]
    public async Task Nothing_of_it_is_seen_when_another_entry_takes_the_number_that_it_would_have_had()
    {
        await Run(Unlisted with { DryRun = true });

        var written = await Write(new RecordAct("SPE-2023-02", "CONSULTED", "2026-06-29"));

        written.Seq.Should().Be(2);
        written.Opened.Should().BeEmpty();
        (await NotFound("{ district(code: \"500154\") { findings(first: 100, filter: { plan: \"SPE-X\" }) { totalCount } } }"))
            .Should().Be("The filter names the plan \"SPE-X\", which 500154 does not have.");
    }

    [Fact]
    public async Task A_refusal_is_told_as_the_write_would_tell_it()
    {
        var tried = await Run(new RecordAct("NO-SUCH", "PUBLISHED", "2026-06-29") { DryRun = true });
        var stale = await Run(Unlisted with { ExpectedSeq = 7, DryRun = true });

        tried.Problem.Code.Should().Be("UNKNOWN_PLAN");
        stale.Problem.Code.Should().Be("STALE_WRITE");
    }

    [Fact]
    public async Task Its_idempotency_key_is_still_free()
    {
        await Run(Unlisted with { IdempotencyKey = "k-1", DryRun = true });

        var written = await Write(Unlisted with { IdempotencyKey = "k-1" });

        written.Seq.Should().Be(2);
    }

    [Fact]
    public async Task No_certificate_comes_of_it()
    {
        var tried = await Run(new IssueFundingCertificate("DEV-2026") { DryRun = true });

        tried.Problems.Should().BeEmpty();
        tried.FundingCertificate.Should().BeNull();
    }
}
