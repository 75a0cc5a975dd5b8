using PlanRegistry.Records;

namespace PlanRegistry.Server.GraphQL;

/// <summary>What every mutation's input has beside its own fields.</summary>
public abstract record CommandInput : IInputFields
{
    public required string District { get; init; }
    public string? IdempotencyKey { get; init; }
    public int? ExpectedSeq { get; init; }
    public string? ClientMutationId { get; init; }
    public bool? DryRun { get; init; }

    /// <summary>
    /// sha256 of what is asked and of which command, without what only concerns the call: tells two inputs under one idempotency key apart.
    /// </summary>
    internal string Hash(string command)
    {
        using var hash = new TextHash();
        hash.Add(command).Add(District);
        foreach (var (path, value) in InputTexts.All(this))
        {
            hash.Add(string.Join('.', path)).Add(InputTexts.Cell(value));
        }
        return hash.ToHex();
    }
}

/// <summary>Of a mutation that may set again what is recorded, or add to what is approved.</summary>
public abstract record SettingInput : CommandInput
{
    /// <summary>Why recorded values are overwritten; not needed where none are.</summary>
    public string? Reason { get; init; }
}

/// <summary>An input object: its properties are the fields of the schema.</summary>
public interface IInputFields;
