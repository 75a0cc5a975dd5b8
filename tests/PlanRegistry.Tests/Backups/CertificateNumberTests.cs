using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Tests.Backups;

/// <summary>No certificate's number is given twice, whatever was cut, and whatever is only on paper.</summary>
public sealed class CertificateNumberTests : BackupTest
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Numbers_of_what_was_cut_are_skipped()
    {
        Sample.Load(Registry, "tests", new Voice(Language.En, TextWriter.Null, TextWriter.Null)).Should().Be(0);
        Pass();
        Issue(Registry).Should().Be("500154-2026-000001");
        var moment = Clock.Now;
        Pass();
        Issue(Registry).Should().Be("500154-2026-000002");
        Issue(Registry).Should().Be("500154-2026-000003");
        Pass();
        Backup();
        var order = Order(At("backup.tar")) with { To = moment };
        using var restored = Restore(order);

        restored.View(Kaizhou)!.Of<FundingCertificate>().Should().ContainSingle();
        Issue(restored).Should().Be("500154-2026-000004");
        Issue(restored).Should().Be("500154-2026-000005");
    }

    [Fact]
    public void Numbers_that_only_paper_knows_are_named_and_outlive_a_second_restore()
    {
        Sample.Load(Registry, "tests", new Voice(Language.En, TextWriter.Null, TextWriter.Null)).Should().Be(0);
        Pass();
        Backup();
        var first = Order(At("backup.tar")) with { Certificates = ["500154-2026-000041", "500154-2025-000007", "500154-2026-000012"] };
        using (var restored = Restore(first))
        {
            Issue(restored).Should().Be("500154-2026-000042");
        }
        Pass();
        PlanRegistry.Server.Backups.BackupWriter.Make(first.Database, new(first.Documents, Clock), At("again.tar"), Clock);
        using var again = Restore(Order(At("again.tar")) with { Heads = [(Kaizhou, 1)] });

        again.View(Kaizhou)!.Of<PlanRegistry.Backups.Restoration>().Should().ContainSingle()
            .Which.Certificates.Should().Equal("500154-2025-000007", "500154-2026-000042");
        Issue(again).Should().Be("500154-2026-000043");
    }

    [Fact]
    public void What_is_no_number_is_refused()
    {
        HaveDistricts();
        Backup();

        Told(Order(At("backup.tar")) with { Certificates = ["12"] }, Language.Zh).Should().Be((2, "",
            "“12”不是核验单编号，请写作500154-2026-000012。\n"));
    }

    private static string Issue(Registry registry)
    {
        var request = new CertificateRequest("SPE-2021-12", new DateOnly(2026, 6, 30), FundingPurpose.Drafting, FundingMoney.District,
            null, null, 2026, null, null, AnyVerdict: true);
        var result = registry.Execute(By(Kaizhou, "issueFundingCertificate"), view => Certificates.Issue(
            view, day => Judge.JudgementOf(new Snapshot(view, day)), request, Actor.Named("陈七"), Today, "1"));
        result.Problems.Should().BeEmpty();
        return ((FundingCertificate)result.Recorded[0]).Number;
    }
}
