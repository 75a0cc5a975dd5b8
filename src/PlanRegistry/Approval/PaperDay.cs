using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>
/// 文件印发日: what is declared or ended by a paper takes effect no earlier than the paper. One without a day leaves the act's own, for what
/// is taken from an archive; a command is held to it.
/// </summary>
public static class PaperDay
{
    /// <summary>From when the act counts: the later of its own day and its paper's.</summary>
    public static DateOnly CountsFrom(RegistryView view, Act act) =>
        view.Document(act.Document)?.IssuedOn is { } issued && issued.First > act.On.Last ? issued.First : act.On.Last;

    /// <summary>What is to be said against an act that is recorded today: its paper has no day, or came after it.</summary>
    public static Problem? Objection(RegistryView view, Act act) =>
        !(PlanEnd.IsOne(act) || act.Type == ActType.NoChangeDeclared) || view.Document(act.Document) is not { } paper ? null
        : paper.IssuedOn is not { } issued
            ? act.On.Last < view.Policy.RecordsFrom ? null : new(ProblemCode.OutOfOrder, new Text(
                $"文件{paper.Named.Zh}未录入印发日期，不能确定{Terms.Of(act.Type).Zh}自何日起生效，请先补录。",
                $"The day of the document {paper.Named.En} is not recorded, so that nobody can say from when \"{Terms.Of(act.Type).En}\" "
                    + "counts; record it first."), ["document"])
        : act.On.Last < issued.First
            ? new(ProblemCode.OutOfOrder, new Text(
                $"日期{act.On.InWords().Zh}早于文件{paper.Named.Zh}的印发日期{issued.InWords().Zh}，{Terms.Of(act.Type).Zh}不溯及文件印发以前。",
                $"The day {act.On} is before the document {paper.Named.En}, issued on {issued}: "
                    + "nothing is declared or ended before its paper."),
                ["on"])
        : null;
}
