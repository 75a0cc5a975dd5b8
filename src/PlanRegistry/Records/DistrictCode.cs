using System.Diagnostics.CodeAnalysis;

namespace PlanRegistry.Records;

/// <summary>A GB/T 2260 administrative division code of six digits: 500154 开州区, 500000 重庆市, 000000 the nation.</summary>
public readonly record struct DistrictCode
{
    private readonly string? value;

    private DistrictCode(string value) => this.value = value;

    public static DistrictCode Nation { get; } = Parse("000000");

    public string Value => value ?? "";

    /// <summary>The tier that the code's shape says: 000000 national, xx0000 and xxxx00 municipal, else district.</summary>
    public PlanTier Tier =>
        this == Nation ? PlanTier.National
        : Value.EndsWith("00", StringComparison.Ordinal) ? PlanTier.Municipal
        : PlanTier.District;

    /// <summary>
    /// The code above this one by its shape (500154, 500100, 500000, 000000);
    /// null for the nation. What a district records as its superior wins.
    /// </summary>
    public DistrictCode? Above =>
        this == Nation ? null
        : Value.EndsWith("0000", StringComparison.Ordinal) ? Nation
        : Value.EndsWith("00", StringComparison.Ordinal) ? new DistrictCode(Value[..2] + "0000")
        : new DistrictCode(Value[..4] + "00");

    public static bool TryParse([NotNullWhen(true)] string? text, out DistrictCode code)
    {
        code = default;
        if (text is not { Length: 6 } || !text.All(char.IsAsciiDigit))
        {
            return false;
        }
        code = new DistrictCode(text);
        return true;
    }

    public static DistrictCode Parse(string text) =>
        TryParse(text, out var code)
            ? code
            : throw new FormatException($"'{text}' is no district code: six digits of GB/T 2260, like 500154.");

    public override string ToString() => Value;
}
