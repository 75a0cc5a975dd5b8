using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Commands;

/// <summary>Options that several commands take; each wrong value is one sentence.</summary>
internal static class Options
{
    public static void NotBlank(OptionResult result, string option, string wanted)
    {
        if (result.Tokens.Count > 0 && string.IsNullOrWhiteSpace(result.Tokens[0].Value))
        {
            result.AddError($"{option} needs {wanted}.");
        }
    }

    public static Option<DistrictCode?> District(bool required) => new("--district")
    {
        Description = "Six digits of GB/T 2260, like 500154.",
        Required = required,
        CustomParser = result =>
        {
            if (DistrictCode.TryParse(result.Tokens[0].Value, out var code))
            {
                return code;
            }
            result.AddError($"'{result.Tokens[0].Value}' is no district code: six digits of GB/T 2260, like 500154.");
            return null;
        },
    };

    public static Option<DateOnly?> AsOf() => Day("--as-of", "The day, like 2026-06-30; today in Asia/Shanghai by default.");

    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }
            result.AddError($"'{text}' is no day: write it as 2026-06-30.");
            return null;
        },
    };
}
