using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Tests.Packs;

/// <summary>
/// What is recorded later about days gone by, so that a breach of then is gone: told to who asks for corrections, and an entry added to an
/// approved list asks for a reason (RULE-CODES, "Changes after use", 16; issue 10, kind 11).
/// </summary>
public sealed class LaterRecordTests : PackTest
{
    private const string Refused = "Nothing was written: 1 problem.\n";
    private const string Entries = "list,code,title,kind,lead_agency,plan\nL-1,1,开州区林业规划,SPECIAL,区水利局,\n";
    private const string Added = Entries + "L-1,2,开州区水安全保障规划,SPECIAL,区水利局,P-1\n";
    private const string Acts = "code,plan,type,on,agency,document\n";

    /// <summary>An unlisted plan in drafting since September 2026, money of which the source is not told, and an older list.</summary>
    private Registry District(string entries = Entries)
    {
        var registry = NewRegistry();
        Import(registry, Folder(("agencies.csv", "code,name,aliases\nWATER,开州区水利局,区水利局\nGOV,开州区人民政府,区政府\n"),
            ("documents.csv", "code,title,number,issuer,issued_on\nD-1,批复,开州府〔2026〕1号,区政府,2026-01-10\n"),
            ("plans.csv", "code,title,kind,lead_agency,horizon_from,horizon_to,drafting_from\n"
                + "P-1,开州区水安全保障规划,SPECIAL,区水利局,2026,2030,2026-09\n"),
            ("directory_lists.csv", "code,track,year,approver,approved_on,approval_document\n"
                + "L-1,SPECIAL_AND_REGIONAL,2026,区政府,2026-01-10,D-1\n"),
            ("directory_entries.csv", entries),
            ("funding.csv", "code,plan,project,amount,money,purpose,arranged_on\nF-1,P-1,水库(示例),100000,,DRAFTING,2026-10-10\n")))
            .Exit.Should().Be(0);
        Clock.Advance(TimeSpan.FromDays(3));
        return registry;
    }

    private static string Told(Registry registry)
    {
        var output = new StringWriter { NewLine = "\n" };
        new CorrectionsFormat(Language.Zh, Json: false).Write(
            CorrectionEntry.Of(registry, Judge.JudgementOf, Kaizhou, null, null, registry.Head(Kaizhou)), output);
        return output.ToString();
    }

    [Fact]
    public void An_entry_added_to_an_approved_list_needs_a_reason_and_is_told()
    {
        var registry = District();

        Import(registry, Folder(("directory_entries.csv", Added))).Should().Be((1,
            "directory_entries.csv:3: the directory list L-1 is recorded as approved and is given entry 2 only with a reason.\n"
            + Refused));
        Import(registry, Folder(("directory_entries.csv", Added)), reason: "录入时漏录").Exit.Should().Be(0);

        Told(registry).Should().StartWith(
            "2  2026-11-25  chen  import  录入时漏录\n    清单条目“L-1|2”：录入\n"
            + "    消除CAT-001（禁止办理）：《开州区水安全保障规划》未列入规划编制目录清单，不得编制或批准实施。\n");
    }

    [Fact]
    public void An_entry_dropped_from_an_approved_list_needs_a_reason_and_is_told()
    {
        var registry = District();
        var dropped = Folder(("directory_entries.csv", Entries.Split('\n')[0] + ",dropped\n" + Entries.Split('\n')[1] + ",yes\n"));

        Import(registry, dropped).Should().Be((1,
            "directory_entries.csv:2: the directory list L-1 is recorded as approved and is relieved of entry 1 only with a reason.\n"
            + Refused));
        Import(registry, dropped, reason: "清单注明移出").Exit.Should().Be(0);

        Told(registry).Should().StartWith("2  2026-11-25  chen  import  清单注明移出\n    清单条目“L-1|1”的是否移出：（空） → yes\n");
    }

    [Theory]
    [InlineData("P-1")]
    [InlineData("")] // By its title alone.
    public void After_thirty_days_it_needs_a_document_too_where_a_breach_stands(string plan)
    {
        var registry = District();
        Clock.Advance(TimeSpan.FromDays(31));
        var pack = Folder(("directory_entries.csv", Entries + $"L-1,2,开州区水安全保障规划,SPECIAL,区水利局,{plan}\n"));

        Import(registry, pack, reason: "录入时漏录").Should().Be((1,
            "directory_entries.csv:3: the directory list L-1 is recorded as approved (first on 2026-11-22), "
            + "and findings stand that concern it (CAT-001): it is given entry 2 only with a document beside the reason.\n" + Refused));
        Import(registry, pack, reason: "录入时漏录", document: "开州府〔2026〕1号").Exit.Should().Be(0);
    }

    [Fact]
    public void The_entries_of_a_list_of_which_none_was_recorded_are_told_and_need_no_reason()
    {
        var registry = District(Entries.Split('\n')[0] + "\n");

        Import(registry, Folder(("directory_entries.csv", Added))).Exit.Should().Be(0);

        Told(registry).Should().Contain("清单条目“L-1|2”：录入\n    消除CAT-001（禁止办理）");
    }

    [Fact]
    public void A_demand_recorded_later_with_an_earlier_day_is_told_with_who_recorded_it()
    {
        var registry = District();

        Import(registry, Folder(
            ("documents.csv", "code,title,number,issuer,issued_on,plans\nD-2,会议纪要,开州府纪〔2026〕9号,区政府,2026-08-01,P-1\n"),
            ("exemptions.csv", "plan,document,issuer,from\nP-1,D-2,区政府,2026-08-01\n"))).Exit.Should().Be(0, "it is no obstacle");

        Told(registry).Should().StartWith("2  2026-11-25  chen  import  \n").And.Contain("    例外情形“P-1|GOV|D-2”：录入\n")
            .And.Contain("    消除CAT-001（禁止办理）：《开州区水安全保障规划》未列入规划编制目录清单，不得编制或批准实施。\n").And.Contain("更正1次");
    }

    [Fact]
    public void An_empty_source_of_money_that_is_filled_is_told()
    {
        var registry = District();

        Import(registry, Folder(("funding.csv", "code,plan,project,amount,money,purpose,arranged_on\n"
            + "F-1,P-1,水库(示例),100000,OTHER,DRAFTING,2026-10-10\n"))).Exit.Should().Be(0);

        Told(registry).Should().StartWith("2  2026-11-25  chen  import  \n    经费“F-1”的资金来源：（空） → OTHER\n    消除FUN-001（预警）：");
    }

    [Theory]
    [InlineData("2026-10-12", true)] // As if it had ended before it was judged.
    [InlineData("2026-11-25", false)] // What happens today undoes nothing of yesterday.
    public void An_act_is_told_where_it_undoes_what_stood_the_day_before(string on, bool told)
    {
        var registry = District();

        Import(registry, Folder(("acts.csv", Acts + $"A-9,P-1,WITHDRAWN,{on},区水利局,\n"))).Exit.Should().Be(0);

        Told(registry).Should().Contain(told ? "办理记录“A-9”：录入\n" : "更正0次，共消除问题和待核实事项0条。\n");
    }

    [Fact]
    public void What_an_officer_records_late_and_undoes_nothing_is_not_told()
    {
        var registry = District();

        Import(registry, Folder(("acts.csv", Acts + "A-9,P-1,CONSULTED,2026-10-12,区水利局,\n"))).Exit.Should().Be(0);

        Told(registry).Should().Be("更正0次，共消除问题和待核实事项0条。\n");
    }

    [Theory]
    [InlineData("agencies.csv", "code,name,succeeded_by\nWATER,开州区水利局,WATER\n",
        "agencies.csv:2: succeeded_by \"WATER\" is the record itself: it must be another.\n")]
    [InlineData("directory_lists.csv", "code,track,year,replaces\nL-2,SPATIAL,2026,L-2\n",
        "directory_lists.csv:2: replaces \"L-2\" is the record itself: it must be another.\n")]
    public void A_record_neither_succeeds_nor_replaces_itself(string file, string rows, string problem) =>
        Import(District(), Folder((file, rows))).Should().Be((1, problem + Refused));
}
