using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

/// <summary>policy.csv: keys that the registry reads, values that fit them.</summary>
internal static class PolicyRows
{
    private static readonly RecordShape Shape = RecordShape.Of<PolicyValue>();
    private static readonly Column Key = Shape.Of(nameof(PolicyValue.Key));
    private static readonly Column Value = Shape.Of(nameof(PolicyValue.Value));

    public static PackTable Table { get; } = new(Shape)
    {
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>>
        {
            [Key] = (_, value) => PolicyKeys.Find((string)value) is not null ? CellValue.Of(value) : Refusals.NotKnown(Key, (string)value),
        },
        CheckRow = CheckValue,
        // Written with the district's first entry, by no pack: a pack that lacks them does not mean them.
        IsRegistrysOwn = (view, record) => record is PolicyValue policy
            && PolicyKeys.Defaults(view.Code, default).Any(d => (d.Key, d.Kind, d.From) == (policy.Key, policy.Kind, policy.From)),
    };

    private static void CheckValue(ReadRow row)
    {
        if (row.Text(nameof(PolicyValue.Key)) is not { } key || row.Text(nameof(PolicyValue.Value)) is not { } value
            || PolicyKeys.Find(key) is not { } policy)
        {
            return;
        }
        if (!policy.Fits(value) && PolicyWords.Read(policy, value) is { } written)
        {
            row[Value] = value = written;
        }
        if (!policy.Fits(value))
        {
            row.Refuse(Value, Refusals.NotA(Value, value,
                $"不符合“{policy.Label.Zh}”的写法，应为{policy.Wanted.Zh}",
                $"does not fit {key}: write {policy.Wanted.En}"));
        }
        // A text to the shape, a figure or a day to the key: the same one stays as it was written.
        else if (row.Context.View.Of<PolicyValue>().FirstOrDefault(p => p.Key == key
            && p.Kind == row.Get<PlanKind>(nameof(PolicyValue.Kind)) && p.From == row.Get<PartialDate>(nameof(PolicyValue.From)))
            is { } recorded && policy.Same(recorded.Value, value))
        {
            row[Value] = recorded.Value;
        }
    }
}
