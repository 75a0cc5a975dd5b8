using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Consultation;

/// <summary>How a step of a consultation is refused: at a field of its input, by a clause or 本系统默认.</summary>
public static class ConsultationProblem
{
    public const string Handled = "开州府办发〔2020〕95号 三、(三)";
    public const string Notice = "重大行政决策程序暂行条例 第十五条";
    public const string ByDefault = "本系统默认";

    public static Problem At(string field, string zh, string en, string clause = ByDefault, ProblemCode code = ProblemCode.InvalidValue) =>
        new(code, new Text(zh, en), [field], clause);

    /// <summary>A round, an opinion or a dispute that nobody has recorded, or that is not theirs to see.</summary>
    public static Problem Unknown(string field, Text what, string code) => new(ProblemCode.UnknownRecord,
        new Text($"{what.Zh}“{code}”未登记。", $"{what.En} \"{code}\" is not known."), [field]) { Value = code };
}
