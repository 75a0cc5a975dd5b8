using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Ledger;

/// <summary>The problems that the ledger itself refuses a command with.</summary>
internal static class LedgerRefusals
{
    public static Problem Stale(DistrictCode district, int expected, int head) => new(
        ProblemCode.StaleWrite,
        new Text(
            $"{district}的台账已到第{head}号，本次提交依据的是第{expected}号；请看过新记入的内容后再次提交。",
            $"The ledger of {district} is at entry {head}, not at {expected} as this command expects; read it again and decide again."),
        ["expectedSeq"]);

    public static Problem KeyTaken(LedgerEntry first) => new(
        ProblemCode.IdempotencyConflict,
        new Text(
            $"该幂等键已用于{first.District}台账第{first.Seq}号（{first.Command}），本次内容与其不同；请换用新的幂等键。",
            $"The idempotency key was used for entry {first.Seq} of "
                + $"{first.District} ({first.Command}) with another input; use a new key."),
        ["idempotencyKey"]);

    public static Problem NoText(string path) => new(
        ProblemCode.InvalidValue,
        new Text("内容含有空字符（U+0000）或者不完整的字符，无法保存；请重新输入。",
            "A text holds U+0000 or half of a character, which cannot be kept; type it again."),
        [path]);

    public static Problem KeyTakenInTrial { get; } = new(
        ProblemCode.IdempotencyConflict,
        new Text("该幂等键已用于本次试算的另一项，内容与其不同；请换用新的幂等键。",
            "The idempotency key was used for another input of this trial; use a new key."),
        ["idempotencyKey"]);

    public static Problem OthersWereFirst(DistrictCode district, int attempts) => new(
        ProblemCode.StaleWrite,
        new Text(
            $"{district}的台账正被频繁写入，本次提交重试{attempts}次仍被抢先；请稍后重试。",
            $"Others wrote to the ledger of {district} first, {attempts} times in a row; try again."),
        []);
}
