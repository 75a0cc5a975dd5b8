using System.Text.Json;

namespace Crash;

/// <summary>A mutation under an idempotency key, and its answer when it got one.</summary>
public sealed record Command(string Key, string Query, object Input)
{
    public string? Answer { get; set; }

    public static Command Numbered(int n, int seed) => n % 2 == 0
        ? new Command($"k-{seed}-{n}", Mutation("registerAgency", "agency { id code name }"),
            new { district = "500154", code = $"G{seed}x{n}", name = $"区试验局{n}", idempotencyKey = $"k-{seed}-{n}" })
        : new Command($"k-{seed}-{n}", Mutation("registerPlan", "plan { id code title }"),
            new
            {
                district = "500154", code = $"T{seed}x{n}", title = $"开州区试验规划{n}号", kind = "SPECIAL", leadAgency = "区发展改革委",
                horizon = new { from = 2026, to = 2030 }, idempotencyKey = $"k-{seed}-{n}",
            });

    /// <summary>Why it was refused last.</summary>
    public string? Refusal { get; private set; }

    /// <summary>
    /// The data, once more or for the first time; null when it was refused, as while the database is away; throws when the server is gone.
    /// </summary>
    public async Task<string?> Send(ServerProcess server)
    {
        var answer = await server.Ask(Query, new { input = Input });
        Refusal = answer.TryGetProperty("errors", out var errors) ? errors.ToString() : null;
        return Refusal is null ? JsonSerializer.Serialize(answer.GetProperty("data")) : null;
    }

    private static string Mutation(string name, string subject) =>
        $"mutation($input: {char.ToUpperInvariant(name[0])}{name[1..]}Input!) "
            + $"{{ {name}(input: $input) {{ seq {subject} problems {{ code message }} }} }}";
}
